import type { CaseAction, CaseRelation, CaseTypeDefinition, FormValues } from '@linli/domain';
import type { CaseVisibility } from './case-event.ts';

/** One action as a command asks for it. */
export type WantedAction = Pick<CaseAction, 'kind' | 'data'> & {
  photos?: readonly string[];
  phase?: 'report' | 'handle' | 'check';
  /** The kind of unit whose pool it goes to, with a dispatch to a pool. */
  unitKind?: string;
  /** For which of the actor's units, where it matters; else the one that works on the case. */
  unitId?: string;
  /** A relation that goes with what is done in the same breath: who fixes a duty may open its case. */
  as?: CaseRelation;
  /** With `retype`: what the case becomes. */
  becomes?: Becoming;
  /** More for the journal; ids and numbers only. */
  event?: Record<string, unknown>;
};

/** Another kind for a case: its definition and version, and what it means for its form and for who may see it. */
export interface Becoming {
  definition: CaseTypeDefinition;
  version: number;
  form: FormValues;
  visibility: CaseVisibility;
  aboutUnitIds: readonly string[];
}
