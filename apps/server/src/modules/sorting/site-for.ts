import type { Actor } from '@linli/domain';
import type { PlaceIndex } from '../places/index.ts';

/** The site somebody speaks of: where the point lies, else where they hold a post, else the only one there is. */
export function siteFor(
  actor: Actor,
  places: PlaceIndex,
  at: { lng?: number | undefined; lat?: number | undefined } = {},
): { id: string; path: string } | undefined {
  const sites = places.sites();
  const located = at.lng !== undefined && at.lat !== undefined ? places.locate(at.lng, at.lat) : null;
  if (located) return sites.find((site) => site.id === located.siteId);
  const top = actor.scopes[0]?.path.split('.')[0];
  return sites.find((site) => site.path === top) ?? (sites.length === 1 ? sites[0] : undefined);
}
