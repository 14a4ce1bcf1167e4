import type { CaseActionKind } from './case-state.ts';

/** What the journal says of each action: past tense, as everything in it. */
export const caseJournalKinds = {
  report: 'case.reported',
  accept: 'case.accepted',
  decline: 'case.declined',
  object: 'case.objected',
  merge: 'case.merged',
  dispatch: 'case.dispatched',
  take: 'case.taken',
  return: 'case.returned',
  handle: 'case.handled',
  'check-pass': 'case.check-passed',
  'check-fail': 'case.check-failed',
  rate: 'case.rated',
  reopen: 'case.reopened',
  resume: 'case.resumed',
  'ask-extension': 'case.extension-asked',
  'ask-suspension': 'case.suspension-asked',
  'ask-void': 'case.void-asked',
  grant: 'case.request-granted',
  refuse: 'case.request-refused',
  note: 'case.noted',
  contact: 'case.contacted',
  urge: 'case.urged',
  supervise: 'case.supervised',
  join: 'case.joined',
  tick: 'case.item-ticked',
  split: 'case.split',
  'finish-part': 'case.part-finished',
  remind: 'case.reminded',
  escalate: 'case.escalated',
  overdue: 'case.overdue',
} as const satisfies Record<CaseActionKind, `case.${string}`>;

export type CaseJournalKind = (typeof caseJournalKinds)[CaseActionKind];
