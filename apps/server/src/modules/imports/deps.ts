import type { VersionedCache } from '../../platform/db/versioned-cache.ts';
import type { CaseDeps } from '../cases/index.ts';
import type { PlaceIndexData } from '../places/index.ts';
import type { FinderCache } from './finder-cache.ts';
import type { PlaceFinder } from './place-finder.ts';
import type { BuildingFinder } from './registers/building-finder.ts';

/** What cases need, with the places of every day. */
export interface ImportDeps extends Omit<CaseDeps, 'places'> {
  places: VersionedCache<PlaceIndexData>;
  finders: FinderCache<PlaceFinder>;
  buildings: FinderCache<BuildingFinder>;
  /** The product runs as a demonstration: invented people may be let in with wrong check digits. */
  demo: boolean;
}
