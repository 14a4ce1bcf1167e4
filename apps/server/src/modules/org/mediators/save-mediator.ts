import type { OutputOf, ParsedInputOf, saveMediator } from '@linli/contract';
import type { Actor } from '@linli/domain';
import { type Db, elevated } from '../../../platform/db/database.ts';
import type { VersionedCache } from '../../../platform/db/versioned-cache.ts';
import { refuse } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { appendJournal } from '../../../platform/journal/index.ts';
import type { Directory } from '../directory.ts';
import { directoryChanged } from '../store.ts';
import { committeeFor } from './committee-for.ts';
import { upsertMediator } from './store.ts';

/** Enters somebody in a committee's list of mediators, or changes the entry. Rooms are those of the same site. */
export async function keepMediator(
  db: Db,
  cache: VersionedCache<Directory>,
  call: { actor: Actor; input: ParsedInputOf<typeof saveMediator>; now: Date; requestId: string },
): Promise<OutputOf<typeof saveMediator>> {
  const { actor, input, now } = call;
  const directory = cache.get();
  const known = input.mediatorId ? directory.mediators.get(input.mediatorId) : undefined;
  if (input.mediatorId && !known) refuse('not-found');
  const { unit, path } = committeeFor(actor, directory, input.unitId, known);
  const roomIds = [...new Set(input.roomIds)];
  if (roomIds.some((id) => directory.rooms.get(id)?.siteId !== unit.siteId))
    refuse('input-invalid', {}, { fields: [{ path: 'roomIds', code: 'not-an-option', params: {} }] });
  if (input.until !== null && input.until <= input.from)
    refuse('input-invalid', {}, { fields: [{ path: 'until', code: 'invalid', params: {} }] });
  const id = known?.id ?? newId();
  await elevated(db, async () => {
    await upsertMediator(db, {
      id,
      siteId: unit.siteId,
      unitId: unit.id,
      path,
      name: input.name,
      kinds: [...new Set(input.kinds)],
      languages: [...new Set(input.languages)],
      certificate: input.certificate,
      roomIds,
      from: input.from,
      until: input.until,
      active: input.active,
      changedAt: now,
    });
    await appendJournal(db, [
      {
        at: now,
        kind: known ? 'mediator.changed' : 'mediator.added',
        noun: 'mediator',
        nounId: id,
        path,
        actorId: actor.accountId,
        requestId: call.requestId,
        data: { unitId: unit.id, active: input.active },
      },
    ]);
  });
  await directoryChanged(db, cache, now);
  return { mediatorId: id };
}
