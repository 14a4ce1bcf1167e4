import type { ImportKind } from '@linli/contract';
import { type Actor, dayOf, holdsPermission, isWithin, mayInArea, type Permission } from '@linli/domain';
import { refuse } from '../../platform/errors.ts';
import type { PlaceIndex, PlaceIndexData } from '../places/index.ts';

export interface ImportSite {
  id: string;
  path: string;
}

/** Tables of orders cover the whole site: for whoever keeps the desk over all of it. */
export function siteOfDesk(
  actor: Actor,
  places: PlaceIndex,
  permission: Extract<Permission, 'cases:desk' | 'cases:export'> = 'cases:desk',
): ImportSite {
  const site = places.sites().find(({ path }) => mayInArea(actor, permission, path));
  return site ? { id: site.id, path: site.path } : refuse('not-allowed');
}

/** Where the rows of a table may go. `areaId`: none for orders, which are the site's. */
export interface ImportGround extends ImportSite {
  areaId: string | null;
}

/** Orders go to the site, entries of a register to an area whose register the actor keeps: the one asked for, else the widest. */
export function groundFor(
  actor: Actor,
  places: PlaceIndexData,
  asked: { kind: ImportKind; areaId: string | null; now: Date },
): ImportGround {
  if (asked.kind === 'orders') return { ...siteOfDesk(actor, places), areaId: null };
  const areas = places.sites().flatMap((site) => places.areasOn(site.id, dayOf(asked.now)));
  const kept = areas.filter(({ id, path }) => (asked.areaId ?? id) === id && mayInArea(actor, 'registers:edit', path));
  const [area] = kept.sort((a, b) => a.level - b.level || a.path.localeCompare(b.path));
  return area ? { id: area.siteId, path: area.path, areaId: area.id } : refuse('not-allowed');
}

/** Paths under which the actor keeps registers; refused to who keeps none. */
export function mustKeep(actor: Actor): string[] {
  const paths = actor.scopes.map(({ path }) => path).filter((path) => mayInArea(actor, 'registers:edit', path));
  return paths.length > 0 ? paths : refuse('not-allowed');
}

/** The site whose mappings of a kind the actor uses and keeps. */
export function siteOfKind(actor: Actor, places: PlaceIndexData, asked: { kind: ImportKind; now: Date }): string {
  return groundFor(actor, places, { ...asked, areaId: null }).id;
}

/** Who may see and steer a run: the desk of its site for orders, who keeps the registers of its whole area for entries. */
export function mustHandle(actor: Actor, places: PlaceIndex, run: { kind: ImportKind; path: string } | null): void {
  const site = places.sites().find(({ path }) => mayInArea(actor, 'cases:desk', path));
  if (run?.kind === 'orders') {
    if (!site || !isWithin(run.path, site.path)) refuse('not-allowed');
  } else if (run === null) {
    // Who may import nothing at all is told so; the others, that this one is gone.
    if (!site && !holdsPermission(actor, 'registers:edit')) refuse('not-allowed');
  } else if (!mayInArea(actor, 'registers:edit', run.path)) refuse('not-allowed');
}
