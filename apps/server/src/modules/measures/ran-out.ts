import { type CaseActionKind, type ClockName, caseClocks, caseJournalKinds, clockNames, isOpen } from '@linli/domain';
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
  for (const clock of clockNames) if (ends(clock, action)) delete ranOut[clock];
  if (action === 'return') delete ranOut.handle;
  if (action === 'grant') {
    for (const clock of ['handle', 'total'] as const)
      if (event.data.due[clock] !== fact.fold.due[clock]) delete ranOut[clock];
  }
  const missed = clockNames.find((clock) => clock === event.data.of.clock);
  if (action === 'overdue' && missed) ranOut[missed] = dueOf(missed, event);
  return ranOut;
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
