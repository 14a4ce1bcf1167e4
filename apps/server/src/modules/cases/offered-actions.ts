import { type Actor, allowedActions, type CaseActionKind, type CaseFold, type CaseTypeDefinition } from '@linli/domain';
import type { CaseFacts } from './policy.ts';
import { relationsTo } from './policy.ts';

/** Kinds the loop knows but that are no button: a report begins a case, the others only the system does: no button is drawn for them. */
const notOffered: ReadonlySet<CaseActionKind> = new Set<CaseActionKind>(['report', 'remind', 'escalate', 'overdue']);

/** What this actor can do with the case now: what every answer carries as `can`. */
export function offeredActions(
  fold: CaseFold,
  facts: CaseFacts,
  actor: Actor,
  unitId: string | null,
  now: Date,
  type: CaseTypeDefinition,
): CaseActionKind[] {
  const reporter = actor.accountId !== null && fold.reporterIds.includes(actor.accountId);
  const relations = relationsTo(actor, facts, reporter);
  return allowedActions(fold, { accountId: actor.accountId, unitId, relations }, now, type).filter(
    (kind) => !notOffered.has(kind),
  );
}
