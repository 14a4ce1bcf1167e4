import type { Actor } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import { dayOf } from '../../platform/clock.ts';
import { refuse } from '../../platform/errors.ts';
import type { PlaceIndexData } from '../places/index.ts';
import type { RegisterDeps } from './deps.ts';
import { pathsWith } from './policy.ts';

type Condition = RawBuilder<boolean>;
export type AreaKey = { id: string; level: number; siteId: string; path: string };

/** The area asked for, or all the actor reads; on the columns of areas, which have indexes. The path stays the judge. Null: none. */
export function reachCondition(
  actor: Actor,
  deps: Pick<RegisterDeps, 'places' | 'clock'>,
  areaId: string | undefined,
  permission: 'registers:read' | 'registers:care' = 'registers:read',
): Condition | null {
  const paths = pathsWith(actor, permission);
  if (paths.length === 0) return null;
  const places = deps.places.get();
  if (areaId !== undefined) {
    const area = places.areaOf(areaId) ?? refuse('not-found');
    return sql<boolean>`${areaCondition(area)} and ${withinAny(paths)}`;
  }
  const only = paths.length === 1 ? areaAt(places, paths[0] ?? '', dayOf(deps.clock.now())) : undefined;
  const narrow = only ? areaCondition(only) : siteCondition(siteIdsOf(actor, places));
  return sql<boolean>`${narrow} and ${withinAny(paths)}`;
}

/** The area whose figures are shown: the one asked for, else the widest the actor reaches with the permission. Refuses what is not theirs. */
export function rootOf(
  actor: Actor,
  deps: Pick<RegisterDeps, 'places' | 'clock'>,
  areaId: string | undefined,
  permission: 'registers:read' | 'registers:care',
): AreaKey {
  const places = deps.places.get();
  const paths = pathsWith(actor, permission).sort((a, b) => a.length - b.length);
  const area = areaId === undefined ? areaAt(places, paths[0] ?? '', dayOf(deps.clock.now())) : places.areaOf(areaId);
  const isTheirs = area && paths.some((path) => area.path === path || area.path.startsWith(`${path}.`));
  return isTheirs ? area : refuse('not-found');
}

function areaAt(places: PlaceIndexData, path: string, today: string): AreaKey | undefined {
  const site = places.sites().find((one) => one.path === path.split('.')[0]);
  return site && places.areasOn(site.id, today).find((area) => area.path === path);
}

export function areaCondition(area: AreaKey): Condition {
  switch (area.level) {
    case 1:
      return sql`subject.site_id = ${area.id}`;
    case 2:
      return sql`subject.area2_id = ${area.id}`;
    case 3:
      return sql`subject.area3_id = ${area.id}`;
    case 4:
      return sql`subject.area4_id = ${area.id}`;
    default:
      return sql`(subject.site_id = ${area.siteId} and subject.path <@ ${area.path}::ltree)`;
  }
}

function siteCondition(siteIds: readonly string[]): Condition {
  const [only] = siteIds;
  return siteIds.length === 1 ? sql`subject.site_id = ${only}` : sql`subject.site_id = any(${[...siteIds]}::uuid[])`;
}

export function siteIdsOf(actor: Actor, places: PlaceIndexData): string[] {
  const tops = new Set(pathsWith(actor, 'registers:read').map((path) => path.split('.')[0]));
  return places
    .sites()
    .filter((site) => tops.has(site.path))
    .map((site) => site.id);
}

export function withinAny(paths: readonly string[]): Condition {
  return sql`subject.path <@ any(${`{${paths.join(',')}}`}::ltree[])`;
}
