import type { LegalBasis } from '../registers/register-field.ts';
import type { RightsOutcome } from './rights-request.ts';

/** What becomes of values somebody wants deleted. */
export interface DeletionPlan {
  /** Held on consent or contract: deleted at once, with proof. */
  readonly erase: readonly string[];
  /** The law wants them kept: they cannot be deleted, their use ends (PIPL art. 47, second paragraph). */
  readonly restrict: readonly string[];
  /** Asked for and not held. */
  readonly absent: readonly string[];
  /** The only true answer; null where nothing is held. */
  readonly outcome: RightsOutcome | null;
}

/** `held`: basis of each value in force, by field code. */
export function planDeletion(asked: readonly string[], held: Readonly<Record<string, LegalBasis>>): DeletionPlan {
  const known = [...new Set(asked)].filter((field) => field in held);
  const erase = known.filter((field) => held[field] === 'consent' || held[field] === 'contract');
  const restrict = known.filter((field) => !erase.includes(field));
  return { erase, restrict, absent: asked.filter((field) => !(field in held)), outcome: outcomeOf(erase, restrict) };
}

function outcomeOf(erase: readonly string[], restrict: readonly string[]): RightsOutcome | null {
  if (erase.length === 0) return restrict.length === 0 ? null : 'refused';
  return restrict.length === 0 ? 'granted' : 'partly';
}
