import { type Actor, mayInArea } from '@linli/domain';
import type { Db } from '../../platform/db/database.ts';
import type { VersionedCache } from '../../platform/db/versioned-cache.ts';
import { refuse } from '../../platform/errors.ts';
import type { JournalEntry } from '../../platform/journal/index.ts';
import { type AreaRecord, isActiveOn, newestVersion, versionOn } from './area-record.ts';
import type { ChildShape } from './cover.ts';
import { readArea } from './read-areas.ts';
import { lockSites } from './store-versions.ts';

export type PlacesCache = Pick<VersionedCache<unknown>, 'refresh'>;

/** Who edits places, when and by which request. */
export interface EditCall<Input> {
  actor: Actor;
  input: Input;
  now: Date;
  requestId: string;
}

/** The area, if the actor may edit it, read again after all other editors of its site are done. */
export async function openForEditing(db: Db, actor: Actor, areaId: string): Promise<AreaRecord> {
  const found = await readArea(db, areaId);
  if (!found) return refuse('not-found');
  if (!mayInArea(actor, 'places:edit', found.path)) refuse('not-allowed');
  await lockSites(db, [found.siteId]);
  return (await readArea(db, areaId)) ?? refuse('not-found');
}

/** An area that has ended, or is set to end, was changed by somebody else: its successors are what can be edited. */
export function refuseIfRetired(area: AreaRecord): void {
  if (area.validTo !== null) refuse('changed-meanwhile');
}

/** A change never begins before the newest one there is: history is not rewritten. */
export function refuseEarlierDay(day: string, earliest: string): void {
  if (day < earliest)
    refuse('input-invalid', {}, { fields: [{ path: 'validFrom', code: 'too-small', params: { min: earliest } }] });
}

export function refuseField(path: string, code: 'required' | 'invalid' | 'not-an-option'): never {
  return refuse('input-invalid', {}, { fields: [{ path, code, params: {} }] });
}

/** The shapes in force on a day. */
export function shapesOn(areas: readonly AreaRecord[], day: string): ChildShape[] {
  return areas
    .filter((area) => isActiveOn(area, day))
    .map((area) => {
      const { name, geometry } = versionOn(area, day);
      return { id: area.id, level: area.level, name, geometry };
    });
}

/** The day the newest version of any of them begins. */
export function latestChangeOf(areas: readonly AreaRecord[]): string {
  return (
    areas
      .map((area) => newestVersion(area).validFrom)
      .sort()
      .at(-1) ?? ''
  );
}

export function areaEntry(
  call: EditCall<unknown>,
  area: { id: string; path: string },
  kind: 'area.added' | 'area.redrawn' | 'area.split' | 'area.merged' | 'area.counted',
  data: Record<string, unknown>,
): JournalEntry {
  return {
    at: call.now,
    kind,
    noun: 'area',
    nounId: area.id,
    path: area.path,
    actorId: call.actor.accountId,
    requestId: call.requestId,
    data,
  };
}
