import type { OutputOf, ParsedInputOf, savePost } from '@linli/contract';
import { type Actor, dayOf, isUnitRole } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { VersionedCache } from '../../platform/db/versioned-cache.ts';
import { refuse } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import type { Directory } from './directory.ts';
import { mayEditPost } from './may-edit-org.ts';
import { directoryChanged, insertPost } from './store.ts';

type Input = ParsedInputOf<typeof savePost>;

/** Adds a post. Unit roles need a unit; a unit, needed or not, is one of the same site. */
export async function addPost(
  db: Db,
  cache: VersionedCache<Directory>,
  call: { actor: Actor; input: Input; now: Date; requestId: string },
): Promise<OutputOf<typeof savePost>> {
  const { actor, input, now } = call;
  const area = await db
    .selectFrom('area')
    .select([sql<string>`area.path::text`.as('path'), 'site_id'])
    .where('id', '=', input.areaId)
    .executeTakeFirst();
  const deps = { directory: cache.get(), day: dayOf(now) };
  if (!area || !mayEditPost(actor, { role: input.role, path: area.path }, deps)) refuse('not-found');
  const unit = input.unitId ? cache.get().units.get(input.unitId) : undefined;
  if (isUnitRole(input.role) && input.unitId === null)
    refuse('input-invalid', {}, { fields: [{ path: 'unitId', code: 'required', params: {} }] });
  if (input.unitId !== null && unit?.siteId !== area.site_id)
    refuse('input-invalid', {}, { fields: [{ path: 'unitId', code: 'not-an-option', params: {} }] });
  const id = newId();
  await insertPost(db, { id, role: input.role, areaId: input.areaId, path: area.path, unitId: input.unitId });
  await appendJournal(db, [
    {
      at: now,
      kind: 'post.added',
      noun: 'post',
      nounId: id,
      path: area.path,
      actorId: actor.accountId,
      requestId: call.requestId,
      data: { role: input.role },
    },
  ]);
  await directoryChanged(db, cache, now);
  return { postId: id };
}
