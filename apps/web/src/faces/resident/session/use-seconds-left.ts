import { useEffect, useState } from 'react';

/** Counts down whole seconds to 0. */
export function useSecondsLeft(): { readonly seconds: number; readonly start: (seconds: number) => void } {
  const [seconds, start] = useState(0);
  const isRunning = seconds > 0;
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => start((left) => Math.max(0, left - 1)), 1000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return { seconds, start };
}
