import type { CaseActionKind } from '@linli/domain';

/** The actions a worker does by a form, in the order their buttons stand. */
export const formActions = [
  'advance',
  'finish-part',
  'handle',
  'check-pass',
  'check-fail',
  'contact',
  'note',
  'ask-extension',
  'ask-suspension',
  'resume',
  'return',
] as const satisfies readonly CaseActionKind[];
export type FormAction = (typeof formActions)[number];

export function isFormAction(kind: string): kind is FormAction {
  return (formActions as readonly string[]).includes(kind); // widen the literal tuple for includes
}
