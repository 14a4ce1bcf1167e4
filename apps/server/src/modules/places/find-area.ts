import type { getArea, OutputOf } from '@linli/contract';
import type { Actor } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { inListOrder, toAreaRef, toAreaView, versionOn } from './area-record.ts';
import type { PlaceIndexData } from './load-place-index.ts';
import { readAreas } from './read-areas.ts';
import { areaWithin } from './site-for.ts';

type Answer = OutputOf<typeof getArea>;
type Link = { areaId: string; successorId: string };
type Author = { version: number; reason: string; name: string | null };

/** One area as it is today, every version of it, and who came before and after. Only colleagues see who changed it. */
export async function findArea(
  db: Db,
  places: PlaceIndexData,
  call: { actor: Actor; areaId: string; today: string },
): Promise<Answer> {
  const { today } = call;
  const area = areaWithin(call.actor, places, call.areaId);
  const links = await sql<Link>`select area_id as "areaId", successor_id as "successorId" from area_successor
    where area_id = ${area.id} or successor_id = ${area.id}`.execute(db);
  const others = await readAreas(db, { ids: links.rows.flatMap((link) => [link.areaId, link.successorId]) });
  const authors = await sql<Author>`select area_version.version, area_version.reason, account.name
    from area_version left join account on account.id = area_version.changed_by
    where area_version.area_id = ${area.id}`.execute(db);
  const authorOf = new Map(authors.rows.map((row) => [row.version, row]));
  const refs = (ids: ReadonlySet<string>) =>
    others
      .filter((other) => ids.has(other.id))
      .sort(inListOrder)
      .map((other) => toAreaRef(other, today));
  const chain = places.chainOf(area.id)?.areas ?? [];
  const children = places.areasOn(area.siteId, today).filter((child) => child.parentId === area.id);
  return {
    area: toAreaView(area, today),
    geometry: versionOn(area, today).geometry,
    parents: chain.slice(0, -1).map(({ id, level, name }) => ({ id, level, name })),
    children: children.map((child) => toAreaRef(child, today)),
    versions: area.versions.map((version) => ({
      version: version.version,
      validFrom: version.validFrom,
      validTo: version.validTo,
      name: version.name,
      geometry: version.geometry,
      reason: authorOf.get(version.version)?.reason ?? '',
      changedBy: call.actor.kind === 'staff' ? (authorOf.get(version.version)?.name ?? null) : null,
    })),
    successors: refs(new Set(links.rows.filter((link) => link.areaId === area.id).map((link) => link.successorId))),
    predecessors: refs(new Set(links.rows.filter((link) => link.successorId === area.id).map((link) => link.areaId))),
  };
}
