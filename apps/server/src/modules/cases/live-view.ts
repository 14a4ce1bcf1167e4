import type { LiveEvent } from '@linli/contract';
import { type Actor, carries, isUnitRole, isWithin } from '@linli/domain';
import { cursorText, type JournalRow } from '../../platform/journal/index.ts';
import { aboutUnitsOf, type CaseEventData } from './case-event.ts';

/** What a reader of the live feed gets of a case's event; null = nothing. The same reach as the policy, from the row alone. */
export function caseLiveView(actor: Actor, row: JournalRow): LiveEvent | null {
  const data = row.data as Partial<CaseEventData>; // written by caseEvent
  // A paper made, a reporter revealed: such rows do not say how open their case is, and it may be a sealed one.
  if (data.visibility === undefined) return null;
  if (
    data.visibility === 'sealed' &&
    actor.scopes.some((s) => s.unitId !== null && aboutUnitsOf(data).includes(s.unitId))
  )
    return null;
  const reporter = actor.accountId !== null && (data.reporterIds ?? []).includes(actor.accountId);
  const inside = worksInside(actor, row.path, data);
  if (!inside && !reporter && data.visibility !== 'public') return null;
  const event = {
    cursor: cursorText(row),
    at: row.at.toISOString(),
    kind: row.kind,
    noun: row.noun,
    nounId: row.noun_id,
    path: row.path,
  };
  const shown = {
    number: data.number,
    typeCode: data.typeCode,
    state: data.state,
    areas: data.areas,
    lng: data.lng,
    lat: data.lat,
  };
  return {
    ...event,
    data: inside
      ? { ...shown, unitId: data.unitId, postId: data.postId, channel: data.channel, visibility: data.visibility }
      : { ...shown, mine: reporter },
  };
}

function worksInside(actor: Actor, path: string, data: Partial<CaseEventData>): boolean {
  const sealed = data.visibility === 'sealed';
  if (actor.scopes.some((s) => s.unitId !== null && isUnitRole(s.role) && data.partUnitIds?.includes(s.unitId)))
    return true;
  if (actor.accountId !== null && data.handlerId === actor.accountId) return true;
  if (!sealed && actor.pools.some((p) => data.unitKind === p.unitKind && isWithin(path, p.path))) return true;
  return actor.scopes.some(
    (s) =>
      (s.unitId !== null && s.unitId === data.unitId) ||
      (s.postId !== null && s.postId === data.postId) ||
      (carries(s, sealed ? 'cases:sealed' : 'cases:read') && isWithin(path, s.path)),
  );
}
