import type { OutputOf, ParsedInputOf, saveRoom } from '@linli/contract';
import type { Actor } from '@linli/domain';
import { type Db, elevated } from '../../../platform/db/database.ts';
import type { VersionedCache } from '../../../platform/db/versioned-cache.ts';
import { refuse } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { appendJournal } from '../../../platform/journal/index.ts';
import type { Directory } from '../directory.ts';
import { directoryChanged } from '../store.ts';
import { committeeFor } from './committee-for.ts';
import { upsertRoom } from './store.ts';

/** Enters a room of a committee, or changes it. */
export async function keepRoom(
  db: Db,
  cache: VersionedCache<Directory>,
  call: { actor: Actor; input: ParsedInputOf<typeof saveRoom>; now: Date; requestId: string },
): Promise<OutputOf<typeof saveRoom>> {
  const { actor, input, now } = call;
  const directory = cache.get();
  const known = input.roomId ? directory.rooms.get(input.roomId) : undefined;
  if (input.roomId && !known) refuse('not-found');
  const { unit, path } = committeeFor(actor, directory, input.unitId, known);
  const id = known?.id ?? newId();
  const { name, address, capacity, active } = input;
  await elevated(db, async () => {
    await upsertRoom(db, {
      id,
      siteId: unit.siteId,
      unitId: unit.id,
      path,
      name,
      address,
      capacity,
      active,
      changedAt: now,
    });
    await appendJournal(db, [
      {
        at: now,
        kind: known ? 'room.changed' : 'room.added',
        noun: 'room',
        nounId: id,
        path,
        actorId: actor.accountId,
        requestId: call.requestId,
        data: { unitId: unit.id, active },
      },
    ]);
  });
  await directoryChanged(db, cache, now);
  return { roomId: id };
}
