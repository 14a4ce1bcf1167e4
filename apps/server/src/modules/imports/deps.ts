import type { VersionedCache } from '../../platform/db/versioned-cache.ts';
import type { CaseDeps } from '../cases/index.ts';
import type { PlaceIndexData } from '../places/index.ts';
import type { FinderCache } from './finder-cache.ts';

/** What cases need, with the places of every day. */
export interface ImportDeps extends Omit<CaseDeps, 'places'> {
  places: VersionedCache<PlaceIndexData>;
  finders: FinderCache;
}
