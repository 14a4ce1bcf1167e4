import { ApiError } from '@linli/client';
import type { FieldProblem } from '@linli/contract';

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
