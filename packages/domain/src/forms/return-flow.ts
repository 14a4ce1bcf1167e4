/** Where a return stands: with the committee, checked there, given upwards, approved by the street, or sent back with a reason. */
export const returnStates = ['waiting', 'checked', 'given', 'approved', 'sent-back'] as const;
export type ReturnState = (typeof returnStates)[number];

/** `check` and `give` are the committee's, `approve` the street's; both may send back. */
export const returnActs = ['check', 'give', 'approve', 'send-back'] as const;
export type ReturnAct = (typeof returnActs)[number];

const ways: Readonly<Record<ReturnAct, Partial<Record<ReturnState, ReturnState>>>> = {
  check: { waiting: 'checked', 'sent-back': 'checked' },
  give: { checked: 'given' },
  approve: { given: 'approved' },
  'send-back': { checked: 'sent-back', given: 'sent-back' },
};

/** Where an act leads from a state; null when it is not possible there. */
export function nextReturnState(state: ReturnState, act: ReturnAct): ReturnState | null {
  return ways[act][state] ?? null;
}

/** Acts possible in a state. */
export function possibleActs(state: ReturnState): ReturnAct[] {
  return returnActs.filter((act) => nextReturnState(state, act) !== null);
}

/** May its cells still change? */
export function isOpenReturn(state: ReturnState): boolean {
  return state === 'waiting' || state === 'sent-back' || state === 'checked';
}
