import { useEffect, useState } from 'react';
import { chineseFontReady } from './chinese-font.ts';

/**
 * The latest `value` whose words can be drawn on a canvas; undefined before the first. What is drawn before its
 * font has come stays an empty box. `wordsOf` must be a stable function.
 */
export function useFontReady<T>(value: T, wordsOf: (value: T) => string): T | undefined {
  const [ready, setReady] = useState<{ value: T } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void chineseFontReady(wordsOf(value)).then(() => {
      if (isCurrent) setReady({ value });
    });
    return () => {
      isCurrent = false;
    };
  }, [value, wordsOf]);
  return ready?.value;
}
