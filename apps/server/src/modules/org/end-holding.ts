import type { endHolding, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, mayInArea } from '@linli/domain';
import type { Db } from '../../platform/db/database.ts';
import type { VersionedCache } from '../../platform/db/versioned-cache.ts';
import { refuse } from '../../platform/errors.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import type { Directory } from './directory.ts';
import { directoryChanged, endHoldingAt, findHolding } from './store.ts';

type Input = ParsedInputOf<typeof endHolding>;

/** The holding ends; `until` is the first day no longer held and never before it began. */
export async function closeHolding(
  db: Db,
  cache: VersionedCache<Directory>,
  call: { actor: Actor; input: Input; now: Date; requestId: string },
): Promise<OutputOf<typeof endHolding>> {
  const { actor, input, now } = call;
  const holding = await findHolding(db, input.holdingId);
  if (!holding || !mayInArea(actor, 'org:edit', holding.path)) refuse('not-found');
  if (input.until < holding.valid_from)
    refuse('input-invalid', {}, { fields: [{ path: 'until', code: 'invalid', params: {} }] });
  await endHoldingAt(db, holding.id, input.until);
  const entry = {
    at: now,
    kind: 'holding.ended',
    noun: 'post',
    nounId: holding.post_id,
    path: holding.path,
    actorId: actor.accountId,
    requestId: call.requestId,
  };
  await appendJournal(db, [{ ...entry, data: { accountId: holding.account_id, until: input.until } }]);
  await directoryChanged(db, cache, now);
  return { holdingId: holding.id, until: input.until };
}
