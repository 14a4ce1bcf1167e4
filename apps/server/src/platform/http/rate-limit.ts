import type { Clock } from '../clock.ts';
import { refuse } from '../errors.ts';

/** At most `most` calls per key in a sliding window, counted in this process. For floods; sign-in tries are counted in the database. */
export interface RateLimit {
  /** Counts one call; refuses with `too-many-requests` and the seconds to wait. The same `call` again, sent anew by the network, counts once. */
  hit(key: string, call?: string): void;
}

export function createRateLimit(clock: Clock, options: { most: number; windowSeconds: number }): RateLimit {
  const hits = new Map<string, { at: number; call: string | undefined }[]>();
  const windowMs = options.windowSeconds * 1000;
  let lastSweep = 0;
  return {
    hit(key, call) {
      const now = clock.now().getTime();
      if (now - lastSweep > windowMs) {
        lastSweep = now;
        for (const [k, times] of hits) if ((times.at(-1)?.at ?? 0) < now - windowMs) hits.delete(k);
      }
      const recent = (hits.get(key) ?? []).filter(({ at }) => at > now - windowMs);
      if (call !== undefined && recent.some((each) => each.call === call)) return;
      const oldest = recent[0]?.at;
      if (recent.length >= options.most && oldest !== undefined)
        refuse('too-many-requests', { seconds: Math.ceil((oldest + windowMs - now) / 1000) });
      recent.push({ at: now, call });
      hits.set(key, recent);
    },
  };
}
