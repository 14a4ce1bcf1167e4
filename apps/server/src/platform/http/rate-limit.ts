import type { Clock } from '../clock.ts';
import { refuse } from '../errors.ts';

/** At most `most` calls per key in a sliding window, counted in this process. For floods; sign-in tries are counted in the database. */
export interface RateLimit {
  /** Counts one call; refuses with `too-many-requests` and the seconds to wait. */
  hit(key: string): void;
}

export function createRateLimit(clock: Clock, options: { most: number; windowSeconds: number }): RateLimit {
  const hits = new Map<string, number[]>();
  const windowMs = options.windowSeconds * 1000;
  let lastSweep = 0;
  return {
    hit(key) {
      const now = clock.now().getTime();
      if (now - lastSweep > windowMs) {
        lastSweep = now;
        for (const [k, times] of hits) if ((times.at(-1) ?? 0) < now - windowMs) hits.delete(k);
      }
      const recent = (hits.get(key) ?? []).filter((at) => at > now - windowMs);
      const oldest = recent[0];
      if (recent.length >= options.most && oldest !== undefined)
        refuse('too-many-requests', { seconds: Math.ceil((oldest + windowMs - now) / 1000) });
      recent.push(now);
      hits.set(key, recent);
    },
  };
}
