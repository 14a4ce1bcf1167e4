import type { Actor } from '@linli/domain';
import { type CaseFacts, mayByPlace, worksOnCase } from '../policy.ts';

/** Only the assigned contact — who has the case in hand — and the desk; not the rest of the unit, nor whoever may read the case. */
export function mayRevealCaller(actor: Actor, facts: CaseFacts): boolean {
  if (actor.accountId !== null && facts.handler_id === actor.accountId) return worksOnCase(actor, facts);
  return mayByPlace(actor, 'cases:desk', facts);
}
