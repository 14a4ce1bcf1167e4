import { ApiError } from '@linli/client';
import type { FieldProblem } from '@linli/contract';
import type { FormInstance } from 'antd';

/** Why a command did not go through, as a dialog shows it. */
export type Refusal = {
  readonly message: string;
  readonly fields: readonly FieldProblem[];
  /** Somebody or something was faster: what is on the page is out of date. */
  readonly isConflict: boolean;
};

/** Thrown by a form's own look before it sends: nothing failed, the words say what to look at first. */
export class HeldBack extends Error {}

/** `unknown` are the words for a failure that carries none of its own (no network, a defect of ours). */
export function readRefusal(error: unknown, unknown: string): Refusal {
  if (error instanceof HeldBack) return { message: error.message, fields: [], isConflict: false };
  if (!(error instanceof ApiError)) return { message: unknown, fields: [], isConflict: false };
  return { message: error.message, fields: error.fields, isConflict: error.status === 409 };
}

/** Marks a field of any form by the name the server gave it: a path of the contract, which the types of the form cannot know. */
export function markField<V>(form: FormInstance<V>, path: string, message: string): void {
  // The server's path: the form's own names are not known here.
  const name = fieldName(path) as Parameters<FormInstance<V>['setFields']>[0][number]['name'];
  form.setFields([{ name, errors: [message] }]);
}

/** `duties.0.words` as the form names it: rows of a list by number. */
function fieldName(path: string): (string | number)[] {
  return path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
