import type { VersionedCache } from '../../platform/db/versioned-cache.ts';
import type { Catalogue } from '../cases/index.ts';
import type { Directory } from '../org/index.ts';
import type { PlaceIndex } from '../places/index.ts';
import type { AskEndpoint } from './ask-endpoint.ts';
import type { Sorting } from './site-sorting.ts';

/** What the operations read: all but cases themselves is in memory. */
export interface RouteDeps {
  catalogue: VersionedCache<Catalogue>;
  directory: VersionedCache<Directory>;
  places: VersionedCache<PlaceIndex>;
  learned: VersionedCache<Sorting>;
  ask: AskEndpoint | null;
}
