import { type Role, roles } from '@linli/domain';
import { aboutUnitsOf, type CaseEventData } from '../cases/index.ts';
import type { Directory } from '../org/index.ts';
import type { Audience } from './notice-rules.ts';

/** Accounts an audience means for one row, on the day of the row. Nobody is told what they did themselves. */
export function recipientsOf(
  audience: Audience,
  row: { path: string; actorId: string | null; data: CaseEventData },
  directory: Directory,
  day: string,
): string[] {
  const found = accountsOf(audience, row, directory, day);
  const about = aboutUnitsOf(row.data);
  const never = new Set(about.flatMap((unitId) => directory.accountsOf({ unitId, postId: null }, day)));
  return [...new Set(found)].filter((accountId) => accountId !== row.actorId && !never.has(accountId));
}

function accountsOf(
  audience: Audience,
  row: { path: string; data: CaseEventData },
  directory: Directory,
  day: string,
): readonly string[] {
  const { data, path } = row;
  switch (audience) {
    case 'reporters':
      return data.reporterIds;
    case 'first-reporter':
      return data.reporterIds.slice(0, 1);
    case 'holder':
      return holders(data, path, directory, day);
    case 'named':
      return namedBy(data).flatMap((who) => {
        if (who === 'handler') return holders(data, path, directory, day);
        return isRole(who) ? byRole(who, data, path, directory, day) : [];
      });
    case 'parts':
      return (data.partUnitIds ?? [])
        .filter((unitId) => unitId !== data.unitId && isAsked(unitId, data))
        .flatMap((unitId) => directory.accountsOf({ unitId, postId: null }, day));
    case 'part':
      return typeof data.of.unitId === 'string'
        ? directory.accountsOf({ unitId: data.of.unitId, postId: null }, day)
        : [];
    case 'joined':
      return typeof data.of.namedId === 'string' ? [data.of.namedId] : [];
    case 'duty-chief':
    case 'dispatcher':
      return byRole(audience, data, path, directory, day);
    default:
      return audience satisfies never;
  }
}

/** Formed anew, a force is told what changed: who is asked the same as before hears nothing. Older rows do not say who was. */
function isAsked(unitId: string, { of }: CaseEventData): boolean {
  return !Array.isArray(of.askedUnitIds) || of.askedUnitIds.includes(unitId);
}

/** The person who has it in hand, else everybody of the post or unit it lies with, else those who may take it from the pool. */
function holders(data: CaseEventData, path: string, directory: Directory, day: string): readonly string[] {
  if (data.handlerId !== null) return [data.handlerId];
  if (data.unitId !== null || data.postId !== null) return directory.accountsOf(data, day);
  if (data.unitKind === null) return [];
  return directory
    .unitsAt({ siteId: data.siteId, path })
    .filter((unit) => unit.kind === data.unitKind)
    .flatMap((unit) => directory.accountsOf({ unitId: unit.id, postId: null }, day));
}

function namedBy(data: CaseEventData): readonly string[] {
  const { notify } = data.of;
  return Array.isArray(notify) ? notify.filter((who) => typeof who === 'string') : [];
}

/** Of a sealed case only posts that may see it hear anything by their place. */
function byRole(role: Role, data: CaseEventData, path: string, directory: Directory, day: string): readonly string[] {
  return directory.accountsByRole(role, path, day, data.visibility === 'sealed' ? 'cases:sealed' : undefined);
}

function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text); // widen the literal union for includes
}
