import { type Actor, isUnitRole, mayInArea, rolePermissions } from '@linli/domain';
import type { Clock } from '../../platform/clock.ts';
import type { VersionedCache } from '../../platform/db/versioned-cache.ts';
import { refuse } from '../../platform/errors.ts';
import type { Directory } from '../org/index.ts';
import type { PlaceIndexData } from '../places/index.ts';

export interface MeasuresDeps {
  clock: Clock;
  places: VersionedCache<PlaceIndexData>;
  directory: VersionedCache<Directory>;
}

export interface RootArea {
  id: string;
  name: string;
  level: number;
  path: string;
  siteId: string;
}

const deepest = 4;

/**
 * The area whose figures are shown: the one asked for when the actor may read its measures, else the widest they may. A committee
 * sees its own area as if there were no other. Refuses whoever reads measures only by unit, or asks for what is not theirs.
 */
export function rootArea(actor: Actor, places: PlaceIndexData, today: string, areaId?: string): RootArea {
  if (areaId !== undefined) {
    const area = places.areaOf(areaId);
    if (!area || area.level > deepest || !mayInArea(actor, 'measures:read', area.path)) return refuse('not-found');
    return named(places, area);
  }
  const path = widestPath(actor, places);
  if (path === undefined) return refuse('not-allowed');
  const site = places.sites().find((one) => one.path === path.split('.')[0]);
  const area = site && places.areasOn(site.id, today).find((one) => one.path === path);
  // A post may hang on a building; figures go down to the micro-grid.
  const shown = area && area.level > deepest ? places.areaOf(area.parentId ?? '') : area;
  return shown ? named(places, shown) : refuse('not-found');
}

/** The units whose figures an actor may read by their unit role alone. */
export function ownUnits(actor: Actor): readonly string[] {
  return actor.scopes.flatMap((s) => (s.unitId && isUnitRole(s.role) && readsMeasures(s.role) ? [s.unitId] : []));
}

export function readsByArea(actor: Actor): boolean {
  return actor.kind === 'system' || actor.scopes.some((s) => !isUnitRole(s.role) && readsMeasures(s.role));
}

/** The area asked for, or the whole street, as the ground of what lies with a unit: the unit is the bound, not the area. */
export function unitGround(actor: Actor, places: PlaceIndexData, areaId?: string): RootArea {
  const street = actor.scopes[0]?.path.split('.')[0];
  const site = places.sites().find(({ path }) => path === street) ?? refuse('not-allowed');
  const area = places.areaOf(areaId ?? site.id);
  if (!area || area.siteId !== site.id || area.level > deepest) return refuse('not-found');
  return named(places, area);
}

/** Areas of one level in an area, in list order. */
export function areasBelow(places: PlaceIndexData, root: RootArea, level: number, today: string): RootArea[] {
  return places
    .areasOn(root.siteId, today)
    .filter((area) => area.level === level && (area.id === root.id || area.path.startsWith(`${root.path}.`)))
    .map((area) => named(places, area));
}

export function childAreas(places: PlaceIndexData, root: RootArea, today: string): RootArea[] {
  return places
    .areasOn(root.siteId, today)
    .filter((area) => area.parentId === root.id && area.level <= deepest)
    .map((area) => named(places, area));
}

function widestPath(actor: Actor, places: PlaceIndexData): string | undefined {
  if (actor.kind === 'system') return places.sites()[0]?.path;
  const paths = actor.scopes.flatMap((s) => (!isUnitRole(s.role) && readsMeasures(s.role) ? [s.path] : []));
  return paths.sort((a, b) => a.split('.').length - b.split('.').length)[0];
}

function readsMeasures(role: Actor['scopes'][number]['role']): boolean {
  return (rolePermissions[role] as readonly string[]).includes('measures:read'); // widen the literal tuple for includes
}

function named(places: PlaceIndexData, area: Omit<RootArea, 'name'>): RootArea {
  const { id, level, path, siteId } = area;
  return { id, level, path, siteId, name: places.chainOf(id)?.areas.at(-1)?.name ?? '' };
}
