import type { CaseDetail } from '@linli/contract';

/** What the desk can do to a case, in the order buttons stand in; each has a key, a dialog and words in `act.<kind>`. */
export const officeActions = [
  'accept',
  'grant',
  'refuse',
  'dispatch',
  'take',
  'handle',
  'check-pass',
  'check-fail',
  'rate',
  'reopen',
  'resume',
  'return',
  'ask-extension',
  'ask-suspension',
  'contact',
  'note',
  'urge',
  'supervise',
  'merge',
  'retype',
  'decline',
  'ask-void',
  'split',
  'finish-part',
  'open-child',
  'ask-exclusion',
] as const;
export type OfficeAction = (typeof officeActions)[number];

export const actionKeys: Readonly<Record<OfficeAction, string>> = {
  accept: 'a',
  grant: 'g',
  refuse: 'x',
  dispatch: 'd',
  take: 't',
  handle: 'h',
  'check-pass': 'p',
  'check-fail': 'f',
  rate: '5',
  reopen: '0',
  resume: 'o',
  return: 'r',
  'ask-extension': 'e',
  'ask-suspension': 's',
  contact: 'c',
  note: 'n',
  urge: 'u',
  supervise: 'v',
  merge: 'm',
  retype: 'l',
  decline: 'q',
  'ask-void': 'z',
  split: 'b',
  'finish-part': 'w',
  'open-child': 'i',
  'ask-exclusion': 'y',
};

/** The actions open to this reader on this case now; the server says, nothing is worked out here. */
export function availableActions(can: CaseDetail['can']): readonly OfficeAction[] {
  return officeActions.filter((action) => can.includes(action));
}
