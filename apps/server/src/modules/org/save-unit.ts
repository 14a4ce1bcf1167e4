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

/** Adds or changes a unit, in the site of its areas (or its own); without either, in the actor's first site. */
export async function changeUnit(
  db: Db,
  cache: VersionedCache<Directory>,
  call: { actor: Actor; input: Input; now: Date; requestId: string },
): Promise<OutputOf<typeof saveUnit>> {
  const { actor, input, now } = call;
  const known = input.unitId ? cache.get().units.get(input.unitId) : undefined;
  const site = await siteFor(db, actor, known?.siteId ?? null, input.areaIds[0] ?? null);
  if (!mayInArea(actor, 'org:edit', site)) refuse('not-allowed');
  const root = await db
    .selectFrom('area')
    .select(['id', 'site_id'])
    .where(sql<boolean>`area.path = ${site}::ltree`)
    .executeTakeFirstOrThrow();
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
  const taken = [...cache.get().units.values()].some(
    (u) => u.key === input.key && u.siteId === root.site_id && u.id !== id,
  );
  if (taken) refuse('input-invalid', {}, { fields: [{ path: 'key', code: 'not-an-option', params: {} }] });
  await upsertUnit(db, {
    id,
    siteId: root.site_id,
    key: input.key ?? known?.key ?? id,
    name: input.name,
    kind: input.kind,
    path: site,
    active: input.active,
    phone: input.phone === undefined ? (known?.phone ?? null) : input.phone,
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

/** The path of the site a unit belongs to. What is not the actor's to know falls back to their own, and is refused there. */
async function siteFor(db: Db, actor: Actor, siteId: string | null, areaId: string | null): Promise<string> {
  const { rows } = await sql<{ path: string }>`select site.path::text as path from area as site
    where site.id = coalesce(${siteId}::uuid, (select area.site_id from area where area.id = ${areaId}::uuid))`.execute(
    db,
  );
  const path = rows[0]?.path;
  return path && mayInArea(actor, 'org:edit', path) ? path : siteOf(actor);
}
