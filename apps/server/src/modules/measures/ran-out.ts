import {
  type CaseActionKind,
  type ClockName,
  caseClocks,
  caseJournalKinds,
  clockNames,
  clocksBeforeWork,
  isOpen,
} from '@linli/domain';
import type { CaseEvent, CaseFact } from './case-fact.ts';

const actionOfKind = new Map<string, CaseActionKind>(
  // Object.entries forgets the literal keys.
  (Object.entries(caseJournalKinds) as [CaseActionKind, string][]).map(([action, kind]) => [kind, action]),
);

/**
 * The clocks that are missed after an event: what `case.overdue` reported, until the clock stops, starts anew, gets a later
 * deadline or the case ends. By the same table of starts and stops as the loop itself.
 */
export function ranOutAfter(fact: CaseFact, event: CaseEvent): CaseFact['fold']['ranOut'] {
  if (!isOpen(event.data.state)) return {};
  const action = actionOfKind.get(event.kind);
  const ranOut = { ...fact.fold.ranOut };
  if (!action) return ranOut;
  // Led out of the last stage, it is handled.
  const actions = isHandling(event) ? [action, 'handle' as const] : [action];
  for (const clock of clockNames) if (actions.some((one) => ends(clock, one))) delete ranOut[clock];
  if (action === 'return') delete ranOut.handle;
  // Counted again under the right kind: what is missed under it too is reported again.
  if (action === 'retype') for (const clock of clocksBeforeWork) delete ranOut[clock];
  if (action === 'grant') {
    for (const clock of ['handle', 'total'] as const)
      if (event.data.due[clock] !== fact.fold.due[clock]) delete ranOut[clock];
  }
  const missed = clockNames.find((clock) => clock === event.data.of.clock);
  if (action === 'overdue' && missed && missed !== 'stage') ranOut[missed] = dueOf(missed, event);
  // The clocks of a stage and of the parts of a task force go by one name; whether one of them is out is told with every event.
  if (event.data.state === 'suspended') return ranOut;
  if (event.data.stageOut) ranOut.stage = fact.fold.ranOut.stage ?? event.at.toISOString();
  else delete ranOut.stage;
  return ranOut;
}

/** Handled, or led out of the last stage of its procedure. */
export function isHandling(event: CaseEvent): boolean {
  return event.kind === 'case.handled' || (event.kind === 'case.stage-advanced' && event.data.of.to === 'handled');
}

function ends(clock: ClockName, action: CaseActionKind): boolean {
  const { starts, stops } = caseClocks[clock];
  if ((stops as readonly CaseActionKind[]).includes(action)) return true; // widen the literal tuple for includes
  // The first contact is owed once per case, however often it is accepted.
  return clock !== 'first-contact' && (starts as readonly CaseActionKind[]).includes(action);
}

/** The journal carries the deadlines of handling and of the whole; for the others the alarm rang within a second or two. */
function dueOf(clock: ClockName, event: CaseEvent): string {
  const due = clock === 'handle' || clock === 'total' ? event.data.due[clock] : null;
  return due ?? event.at.toISOString();
}
