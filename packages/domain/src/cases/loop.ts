import { type CaseActionKind, type CaseRelation, type CaseState, caseStates, openStates } from './case-state.ts';

/** `start`: no case yet. `open`: every state of `openStates`. `any`: also the final ones. */
export type CaseLoopRow = {
  readonly from: readonly CaseState[] | 'start' | 'open' | 'any';
  readonly by: readonly CaseRelation[];
  /** Possible states after; `same` = the action does not change it. */
  readonly to: readonly CaseState[] | 'same';
};

const desk = ['desk', 'duty-chief'] as const satisfies readonly CaseRelation[];

/**
 * Who may do what in which state, and where it leads: the only place that says so (`rules.md` 1.6).
 * What the table cannot say (windows, counts, second persons) is in `refusalFor`; what an action carries in `caseActionData`.
 */
export const caseLoop = {
  report: { from: 'start', by: ['anyone', 'system'], to: ['reported'] },
  accept: { from: ['reported'], by: [...desk, 'system'], to: ['accepted'] },
  // At-once types are accepted before anybody has looked, so the desk may still decline or merge there.
  decline: { from: ['reported', 'accepted'], by: desk, to: ['declined'] },
  object: { from: ['declined'], by: ['reporter'], to: ['reported'] },
  merge: { from: ['reported', 'accepted'], by: desk, to: ['merged'] },
  // Nobody works on it yet, and no stage has begun.
  retype: { from: ['reported', 'accepted'], by: desk, to: 'same' },
  dispatch: { from: ['accepted'], by: [...desk, 'system'], to: ['dispatched'] },
  take: { from: ['dispatched'], by: ['handler', 'pool'], to: ['in-hand'] },
  return: { from: ['dispatched'], by: ['handler'], to: ['accepted'] },
  // From reported and accepted only by the worker who found it and solved it on the spot.
  handle: { from: ['reported', 'accepted', 'in-hand'], by: ['handler'], to: ['handled', 'closed'] },
  'check-pass': { from: ['handled'], by: ['checker', 'duty-chief', 'reporter', 'system'], to: ['closed'] },
  'check-fail': { from: ['handled'], by: ['checker', 'duty-chief', 'reporter'], to: ['in-hand'] },
  rate: { from: ['closed'], by: ['reporter'], to: 'same' },
  // A case handled on the spot was never dispatched and goes back to the desk.
  reopen: { from: ['closed'], by: ['reporter'], to: ['dispatched', 'accepted'] },
  resume: { from: ['suspended'], by: ['handler', ...desk, 'system'], to: ['in-hand'] },
  'ask-extension': { from: ['in-hand'], by: ['handler'], to: 'same' },
  'ask-suspension': { from: ['in-hand'], by: ['handler'], to: 'same' },
  'ask-void': { from: 'open', by: desk, to: 'same' },
  'ask-exclusion': { from: 'any', by: ['handler', ...desk], to: 'same' },
  // Requests are ruled on by the duty chief, whose name stands with the decision (domain.md: the approver is named).
  // Also in final states: a closed case may still be left out of figures.
  grant: { from: 'any', by: ['duty-chief'], to: caseStates },
  refuse: { from: 'any', by: ['duty-chief'], to: 'same' },
  note: { from: 'any', by: ['reporter', ...desk, 'checker', 'handler', 'part', 'supervisor', 'system'], to: 'same' },
  contact: { from: 'open', by: ['handler', ...desk], to: 'same' },
  urge: { from: 'open', by: ['reporter', 'desk', 'supervisor'], to: 'same' },
  supervise: { from: 'open', by: ['supervisor', 'duty-chief', 'system'], to: 'same' },
  join: { from: 'open', by: ['anyone', ...desk, 'system'], to: 'same' },
  tick: { from: ['in-hand'], by: ['handler'], to: 'same' },
  split: { from: ['dispatched', 'in-hand'], by: ['handler', ...desk], to: 'same' },
  'finish-part': { from: ['in-hand'], by: ['handler', 'part'], to: 'same' },
  // Only where the current stage is for signing.
  sign: { from: ['in-hand'], by: ['reporter'], to: 'same' },
  // Of these, only whom the current stage names; the system only when a waiting window is over.
  advance: {
    from: ['in-hand'],
    by: ['handler', 'part', 'reporter', ...desk, 'checker', 'supervisor', 'system'],
    to: ['in-hand', 'handled', 'closed'],
  },
  'open-child': { from: 'open', by: ['handler', ...desk, 'supervisor'], to: 'same' },
  answer: { from: 'open', by: ['handler', 'part', ...desk], to: 'same' },
  remind: { from: 'open', by: ['system'], to: 'same' },
  escalate: { from: 'open', by: ['system'], to: 'same' },
  overdue: { from: 'open', by: ['system'], to: 'same' },
} as const satisfies Record<CaseActionKind, CaseLoopRow>;

const openSet: ReadonlySet<CaseState> = new Set(openStates);

/** Whether somebody still owes something. */
export function isOpen(state: CaseState): boolean {
  return openSet.has(state);
}

/** Whether the table knows this action in this state; null = before the report. */
export function isInTable(kind: CaseActionKind, state: CaseState | null): boolean {
  const { from }: CaseLoopRow = caseLoop[kind];
  if (state === null) return from === 'start';
  if (from === 'any') return true;
  if (from === 'open') return isOpen(state);
  return from !== 'start' && from.includes(state);
}
