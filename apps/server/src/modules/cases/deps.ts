import type { Clock } from '../../platform/clock.ts';
import type { Crypto } from '../../platform/crypto/index.ts';
import type { VersionedCache } from '../../platform/db/versioned-cache.ts';
import type { Directory } from '../org/index.ts';
import type { PlaceIndex } from '../places/index.ts';
import type { Catalogue } from './catalogue.ts';

/** What the commands of cases need: who and where is in memory, time is asked. */
export interface CaseDeps {
  clock: Clock;
  crypto: Crypto;
  catalogue: VersionedCache<Catalogue>;
  directory: VersionedCache<Directory>;
  places: VersionedCache<PlaceIndex>;
}
