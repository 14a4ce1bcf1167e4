import type { findPublicUnits, OutputOf, ParsedInputOf } from '@linli/contract';
import type { Actor } from '@linli/domain';
import type { Directory } from './directory.ts';

/** Units one may write about, by name only: of the caller's sites, all sites without a session. From memory: no transaction is opened. */
export function findNamedUnits(
  directory: Directory,
  call: { actor: Actor; input: ParsedInputOf<typeof findPublicUnits> },
): OutputOf<typeof findPublicUnits> {
  const sites = new Set(call.actor.scopes.map((scope) => scope.path.split('.')[0] ?? scope.path));
  const units = [...directory.units.values()]
    .filter((unit) => unit.active && (sites.size === 0 || sites.has(unit.sitePath)))
    .map(({ id, name, kind }) => ({ id, name, kind }));
  return { units: units as OutputOf<typeof findPublicUnits>['units'] }; // kinds are written from the contract's list
}
