import type { Clock } from '../../platform/clock.ts';
import type { Crypto } from '../../platform/crypto/index.ts';
import type { Db } from '../../platform/db/database.ts';
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
  /** Whether another site has a case of the same matter: what both sides agreed on is not changed by one. */
  isShared(db: Db, caseId: string): Promise<boolean>;
}
