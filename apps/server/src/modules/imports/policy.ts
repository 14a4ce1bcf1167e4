import { type Actor, mayInArea, type Permission } from '@linli/domain';
import { refuse } from '../../platform/errors.ts';
import type { PlaceIndex } from '../places/index.ts';

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
