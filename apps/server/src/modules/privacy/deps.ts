import type { Actor, HolidayTable, WorkCalendar } from '@linli/domain';
import type { Clock } from '../../platform/clock.ts';
import type { Crypto } from '../../platform/crypto/index.ts';
import type { VersionedCache } from '../../platform/db/versioned-cache.ts';
import type { Files } from '../../platform/files/index.ts';
import type { Directory } from '../org/index.ts';
import type { PlaceIndexData } from '../places/index.ts';
import type { CareRules, TagCatalogue } from '../registers/index.ts';

export interface PrivacyDeps {
  clock: Clock;
  crypto: Crypto;
  files: Files;
  places: VersionedCache<PlaceIndexData>;
  directory: VersionedCache<Directory>;
  tags: Pick<VersionedCache<TagCatalogue>, 'get'>;
  care: Pick<VersionedCache<CareRules>, 'get'>;
  holidays(): HolidayTable;
}

export interface PrivacyCall<I> {
  actor: Actor;
  input: I;
  now: Date;
  requestId: string;
}

/** The desk's hours, for working days. */
export function deskCalendar(deps: Pick<PrivacyDeps, 'holidays'>): WorkCalendar {
  return { zone: 'Asia/Shanghai', table: deps.holidays(), from: '08:30', until: '17:30', days: 'work-days' };
}
