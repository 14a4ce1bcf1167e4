import type { HolidayTable } from '../time/calendar.ts';
import type { CaseRelation } from './case-state.ts';
import type { CaseTypeDefinition } from './case-type.ts';
import type { FormValues } from './form-problems.ts';

/** What an action is judged by besides the case itself. */
export type ActionContext = {
  /** The definition the case was begun under. */
  readonly type: CaseTypeDefinition;
  readonly holidays: HolidayTable;
  readonly relations: ReadonlySet<CaseRelation>;
  /** What was filled in when it was reported: names the unit a sealed case is about. */
  readonly form?: FormValues;
  /** Whom a sealed case is about, also where that was said of the case it came from. */
  readonly aboutUnitIds?: readonly string[];
  /** With `retype`: the kind it becomes. */
  readonly newType?: CaseTypeDefinition;
  /** Child cases not closed yet. */
  readonly openChildren?: number;
  /** Callers of an `answerAll` type nobody has answered yet. */
  readonly openCallers?: number;
  /** Taken over from elsewhere, where its procedure was walked: stages, forms, lists and photos are not asked for again. */
  readonly imported?: true;
};
