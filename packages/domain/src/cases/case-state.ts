/** States of the loop, `docs/glossary.md`: reported 上报 … void 作废. */
export const caseStates = [
  'reported',
  'accepted',
  'dispatched',
  'in-hand',
  'suspended',
  'handled',
  'closed',
  'declined',
  'merged',
  'void',
] as const;
export type CaseState = (typeof caseStates)[number];

/** States in which somebody still owes something. */
export const openStates = [
  'reported',
  'accepted',
  'dispatched',
  'in-hand',
  'suspended',
  'handled',
] as const satisfies readonly CaseState[];

/** Every action the loop knows. Past deeds, present names: the journal writes them as `case.<past tense>`. */
export const caseActionKinds = [
  'report',
  'accept',
  'decline',
  'object',
  'merge',
  'retype',
  'dispatch',
  'take',
  'return',
  'handle',
  'check-pass',
  'check-fail',
  'rate',
  'reopen',
  'resume',
  'ask-extension',
  'ask-suspension',
  'ask-void',
  'ask-exclusion',
  'grant',
  'refuse',
  'note',
  'contact',
  'urge',
  'supervise',
  'join',
  'tick',
  'split',
  'finish-part',
  'sign',
  'advance',
  'open-child',
  'answer',
  'remind',
  'escalate',
  'overdue',
] as const;
export type CaseActionKind = (typeof caseActionKinds)[number];

/** What an actor is to one case; computed by the server's policy from roles × area × unit. */
export const caseRelations = [
  'anyone',
  'reporter',
  'desk',
  'duty-chief',
  'checker',
  'handler',
  'part',
  'pool',
  'supervisor',
  'system',
] as const;
export type CaseRelation = (typeof caseRelations)[number];
