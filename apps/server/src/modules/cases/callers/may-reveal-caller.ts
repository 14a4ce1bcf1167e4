import { type Actor, mayInArea } from '@linli/domain';

/** Only the assigned contact — who has the case in hand — and the desk; not the rest of the unit, nor whoever may read the case. */
export function mayRevealCaller(actor: Actor, facts: { handler_id: string | null; path: string }): boolean {
  if (actor.accountId !== null && facts.handler_id === actor.accountId) return true;
  return mayInArea(actor, 'cases:desk', facts.path);
}
