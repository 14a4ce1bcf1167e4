import type { Clock } from '../../platform/clock.ts';
import type { Crypto } from '../../platform/crypto/index.ts';
import type { VersionedCache } from '../../platform/db/versioned-cache.ts';
import type { Directory } from '../org/index.ts';
import type { PlaceIndex } from '../places/index.ts';

export interface FormDeps {
  clock: Clock;
  crypto: Crypto;
  directory: VersionedCache<Directory>;
  places: VersionedCache<PlaceIndex>;
}
