import { type Actor, mayInArea } from '@linli/domain';
import { refuse } from '../../platform/errors.ts';
import type { PlaceIndexData } from '../places/index.ts';

/** Sites whose desk this actor is. The desk is of a whole site: who holds a request is not told by where they live. */
export function deskSites(actor: Actor, places: PlaceIndexData): { id: string; path: string }[] {
  return places.sites().filter(({ path }) => mayInArea(actor, 'privacy:desk', path));
}

export function mustBeDesk(actor: Actor, row: { path: string }): void {
  if (!mayInArea(actor, 'privacy:desk', row.path.split('.')[0] ?? '')) refuse('not-found');
}
