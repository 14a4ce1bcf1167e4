import { useEffect, useState } from 'react';

/** The present, renewed each half minute, so that "due" and "ago" stay true on a page open all day. */
export function useNow(everyMs = 30_000): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
