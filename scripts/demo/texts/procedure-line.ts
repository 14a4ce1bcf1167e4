import type { FormValues } from '@linli/domain';
import type { ProcedureStep, Whereabouts } from '../seed/tell-procedure.ts';

/** One case of a procedure, as it has been lived so far. */
export interface ProcedureLine {
  code: string;
  /** How long ago it was reported. */
  hoursAgo: number;
  title: string;
  words: string;
  /** In homes, or where shops and offices are. */
  where: 'homes' | 'offices';
  /** A ready-made sign-in who has it in hand, at a place their unit serves. */
  with?: string;
  /** A ready-made sign-in who asked for it; anybody of the street where none is named. */
  by?: string;
  form(where: Whereabouts): FormValues;
  steps: readonly ProcedureStep[];
}
