import type { Clock } from '../../platform/clock.ts';
import type { Crypto } from '../../platform/crypto/index.ts';
import type { Database } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Channel } from './channel.ts';
import { insertDeliveries } from './store.ts';
import type { DeliveryState } from './tables.ts';

/** Keeps that a message to a telephone was tried at once and what came of it; of the telephone only its keyed hash. */
export async function recordAtOnce(
  { database, clock, crypto }: { database: Database; clock: Clock; crypto: Crypto },
  tried: {
    phone: string;
    template: Channel['templates'][number];
    channel: string;
    state: DeliveryState;
    problem: string | null;
  },
): Promise<void> {
  const { phone, template, channel, state, problem } = tried;
  const now = clock.now();
  const delivery = {
    id: newId(),
    noticeId: null,
    channel,
    addressHash: crypto.lookupHash(phone, 'phone'),
    template,
    state,
    tries: 1,
    problem,
    at: now,
    doneAt: now,
  };
  await database.asSystem((db) => insertDeliveries(db, [delivery]));
}
