import { type Actor, mayInArea, mayInUnit } from '@linli/domain';
import { refuse } from '../../../platform/errors.ts';
import type { Directory, Unit } from '../directory.ts';
import { sitesOf } from '../site-of.ts';

/** Kinds of unit that let people mediate. */
const mediating: ReadonlySet<string> = new Set(['committee', 'department', 'station']);

/**
 * The unit whose list is edited, and its site's path. Refuses who may not keep that list, nor the one the entry stands in now, and a unit of
 * another site than the entry's.
 */
export function committeeFor(
  actor: Actor,
  directory: Directory,
  unitId: string,
  known: { siteId: string; unitId: string } | undefined,
): { unit: Unit; path: string } {
  const unit = directory.units.get(unitId);
  const mine = unit && sitesOf(actor).includes(unit.sitePath) ? unit : null;
  const before = known && directory.units.get(known.unitId);
  if (before && !mayKeep(actor, before)) return refuse('not-allowed');
  // Only who keeps lists of a whole site learns that a unit is not there.
  if (!mine && sitesOf(actor).some((path) => mayInArea(actor, 'org:edit', path))) return refuseUnit();
  if (!mine || !mayKeep(actor, mine)) return refuse('not-allowed');
  if (known && known.siteId !== mine.siteId) return refuseUnit();
  return { unit: mine, path: mine.sitePath };
}

/** Units whose lists the actor keeps. */
export function findKept(actor: Actor, directory: Directory): string[] {
  const sites = new Set(sitesOf(actor));
  return [...directory.units.values()]
    .filter((unit) => unit.active && sites.has(unit.sitePath) && mayKeep(actor, unit))
    .map(({ id }) => id);
}

/** The site's administrator keeps all lists; the secretary (or administrator) of an area that of its committee, a lead their own unit's. */
function mayKeep(actor: Actor, unit: Unit): boolean {
  if (mayInArea(actor, 'org:edit', unit.sitePath)) return true;
  if (!mediating.has(unit.kind)) return false;
  if (mayInUnit(actor, 'mediators:edit', unit.id)) return true;
  const { kind, paths } = unit;
  return kind === 'committee' && paths.length > 0 && paths.every((path) => mayInArea(actor, 'mediators:edit', path));
}

function refuseUnit(): never {
  return refuse('input-invalid', {}, { fields: [{ path: 'unitId', code: 'not-an-option', params: {} }] });
}
