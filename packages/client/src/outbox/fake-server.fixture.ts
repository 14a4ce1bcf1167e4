import type { ErrorCode } from '@linli/contract';
import { ApiError, OfflineError } from '../errors.ts';

const refusal = (status: number, code: ErrorCode, params = {}) =>
  new ApiError(status, { code, params, message: `words of ${code}`, id: 'e1' });

/** What the network does to one request. `lost-after`: the server did it, the answer never came. */
export const fates = [
  'ok',
  'lost-before',
  'lost-after',
  'unavailable',
  'too-many',
  'signed-out',
  'refuse',
  'bad-gateway',
] as const;
export type Fate = (typeof fates)[number];

interface Applied {
  id: string;
  lane: string;
  n: number;
  photos: string[];
}

/** A server that has one effect per request id, behind a network that follows the script and then behaves. */
export function createFakeServer(script: Fate[]) {
  const applied: Applied[] = [];
  const refused = new Set<string>();
  const fate = () => script.shift() ?? 'ok';

  function meet(effect: () => void): void {
    const next = fate();
    if (next === 'lost-before') throw new OfflineError('gone');
    if (next === 'unavailable' || next === 'bad-gateway') throw refusal(503, 'unavailable');
    if (next === 'too-many') throw refusal(429, 'too-many-requests', { seconds: 30 });
    if (next === 'signed-out') throw refusal(401, 'sign-in-needed');
    if (next === 'refuse') throw refusal(409, 'wrong-state');
    effect();
    if (next === 'lost-after') throw new OfflineError('cut off');
  }

  return {
    applied,
    refused,
    async send(_operation: string, input: Record<string, unknown>): Promise<unknown> {
      const { requestId, lane, n, photos } = input as { requestId: string; lane: string; n: number; photos: string[] }; // what put() wrote
      if (applied.some((one) => one.id === requestId)) {
        meetRepeat();
        return { n };
      }
      meet(() => applied.push({ id: requestId, lane, n, photos }));
      return { n };
    },
    async upload(blob: Blob): Promise<{ hash: string }> {
      const hash = `hash-of-${await blob.text()}`;
      meet(() => undefined);
      return { hash };
    },
  };

  /** A repeat is answered as before; only the way there can fail. */
  function meetRepeat(): void {
    const next = fate();
    if (next === 'lost-before' || next === 'lost-after') throw new OfflineError('gone');
    if (next === 'signed-out') throw refusal(401, 'sign-in-needed');
  }
}
