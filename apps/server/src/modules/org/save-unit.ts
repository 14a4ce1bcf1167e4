import type { OutputOf, ParsedInputOf, saveUnit } from '@linli/contract';
import { type Actor, mayInArea } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { VersionedCache } from '../../platform/db/versioned-cache.ts';
import { refuse } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import type { Directory } from './directory.ts';
import { siteOf } from './site-of.ts';
import { directoryChanged, upsertUnit } from './store.ts';

type Input = ParsedInputOf<typeof saveUnit>;

/** Adds or changes a unit of the actor's site. */
export async function changeUnit(
  db: Db,
  cache: VersionedCache<Directory>,
  call: { actor: Actor; input: Input; now: Date; requestId: string },
): Promise<OutputOf<typeof saveUnit>> {
  const { actor, input, now } = call;
  const site = siteOf(actor);
  if (!mayInArea(actor, 'org:edit', site)) refuse('not-allowed');
  const root = await db
    .selectFrom('area')
    .select(['id', 'site_id'])
    .where(sql<boolean>`area.path = ${site}::ltree`)
    .executeTakeFirstOrThrow();
  const known = input.unitId ? cache.get().units.get(input.unitId) : undefined;
  if (input.unitId && known?.siteId !== root.site_id) refuse('not-found');
  const areas =
    input.areaIds.length === 0
      ? []
      : await db
          .selectFrom('area')
          .select('id')
          .where('site_id', '=', root.site_id)
          .where('id', 'in', input.areaIds)
          .execute();
  if (areas.length !== new Set(input.areaIds).size)
    refuse('input-invalid', {}, { fields: [{ path: 'areaIds', code: 'not-an-option', params: {} }] });
  const id = input.unitId ?? newId();
  await upsertUnit(db, {
    id,
    siteId: root.site_id,
    key: known?.key ?? id,
    name: input.name,
    kind: input.kind,
    path: site,
    active: input.active,
    areaIds: input.areaIds,
  });
  const kind = known ? 'unit.changed' : 'unit.added';
  await appendJournal(db, [
    {
      at: now,
      kind,
      noun: 'unit',
      nounId: id,
      path: site,
      actorId: actor.accountId,
      requestId: call.requestId,
      data: { unitKind: input.kind, active: input.active },
    },
  ]);
  await directoryChanged(db, cache, now);
  return { unitId: id };
}
