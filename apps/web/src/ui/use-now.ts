import { useEffect, useState } from 'react';

/** The time, again every `everyMs` (half a minute): so that “5 分钟前” does not grow stale. */
export function useNow(everyMs = 30_000): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
