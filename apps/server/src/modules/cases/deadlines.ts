import { type CaseTypeDefinition, clockNames, hasPartJustRunOut, systemActor, timeoutAt } from '@linli/domain';
import type { DueHandler } from '../../platform/jobs/due-work.ts';
import { writeActions } from './act-on-case.ts';
import { ladderSteps } from './case-columns.ts';
import type { CaseDeps } from './deps.ts';
import { drawSample } from './handle-case.ts';
import { getLoadedCase, type LoadedCase } from './load-case.ts';
import { takenSteps } from './taken-steps.ts';
import type { WantedAction } from './wanted-action.ts';

/**
 * A case's alarm rings: clocks that ran out are recorded, steps of the ladder that are owed are taken, the alarm is set anew.
 * All in the transaction that removes the alarm, so each happens once.
 */
export function caseClockHandler(deps: CaseDeps): DueHandler {
  const ring: DueHandler = async (db, item, now) => {
    const loaded = await getLoadedCase(db, item.key, 'lock');
    const type = deps.catalogue.get().definitionOf(loaded.row.type_code, loaded.row.type_version);
    const wanted = owedActions(loaded, type, now);
    await writeActions(db, deps, {
      call: { actor: systemActor, now, requestId: null },
      loaded,
      type,
      relations: new Set(['system']),
      wanted,
    });
  };
  // Hundreds fall due in the same minute when the working day ends.
  return Object.assign(ring, { together: 50 });
}

function owedActions(loaded: LoadedCase, type: CaseTypeDefinition, now: Date): WantedAction[] {
  const { fold } = loaded;
  const wanted: WantedAction[] = [];
  for (const clock of clockNames) {
    const state = fold.clocks[clock];
    if (state && !state.window && !state.stoppedAt && !state.pausedAt && !state.ranOutAt && state.dueAt <= now)
      wanted.push({ kind: 'overdue', data: { clock } });
  }
  for (const part of fold.parts)
    if (hasPartJustRunOut(part, now)) wanted.push({ kind: 'overdue', data: { clock: 'stage', unitId: part.unitId } });
  // A waiting window is over: the way the type names is taken, and nobody missed anything.
  const timeout = timeoutAt(fold, now, type);
  if (timeout) return [...wanted, { kind: 'advance', data: { ...timeout, photos: 0, sampled: drawSample(type) } }];
  // A reporter who says nothing until the check deadline has agreed.
  const check = fold.clocks.check;
  if (type.checking.mode === 'reporter' && fold.state === 'handled' && check && check.dueAt <= now) {
    return [...wanted, { kind: 'check-pass', data: { photos: 0 } }];
  }
  for (const step of ladderSteps(fold, type, takenSteps(loaded.actions, fold))) {
    if (step.at > now) break;
    const { clock, afterMinutes, unitId } = step;
    const data = { clock, afterMinutes, ...(unitId === undefined ? {} : { unitId }) };
    wanted.push({ kind: step.action === 'remind' ? 'remind' : 'escalate', data, event: { notify: [...step.notify] } });
    if (step.action === 'supervise' && !fold.supervised)
      wanted.push({ kind: 'supervise', data: {}, event: { notify: [...step.notify] } });
  }
  return wanted;
}
