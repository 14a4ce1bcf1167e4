import type { Actor } from '@linli/domain';
import type { Clock } from '../../platform/clock.ts';
import type { Crypto } from '../../platform/crypto/index.ts';
import type { Db } from '../../platform/db/database.ts';
import type { VersionedCache } from '../../platform/db/versioned-cache.ts';
import type { Directory } from '../org/index.ts';
import type { PlaceIndexData } from '../places/index.ts';
import type { CareRules } from './care/care-rules.ts';

/** A case at an address, as the file of a household names it. */
export interface FileCase {
  id: string;
  number: string;
  typeName: string;
  state: string;
  open: boolean;
  reportedAt: string;
}

/** What the registers ask of modules above them; `app.ts` gives it. */
export interface RegisterPorts {
  /** Cases at this address of this area that the actor may see, newest first, at most fifty. */
  casesAt(db: Db, actor: Actor, place: { area4Id: string | null; address: string }): Promise<FileCase[]>;
}

export interface RegisterDeps {
  clock: Clock;
  crypto: Crypto;
  places: VersionedCache<PlaceIndexData>;
  directory: VersionedCache<Directory>;
  /** Care classes and policies of the packs that are on. */
  care: VersionedCache<CareRules>;
  ports: RegisterPorts;
}

/** One command: who, when, in which request. */
export interface RegisterCall<I> {
  actor: Actor;
  input: I;
  now: Date;
  requestId: string;
}
