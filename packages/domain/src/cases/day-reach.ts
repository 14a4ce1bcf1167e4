import { CalendarError, startOfDay, type WorkCalendar } from '../time/calendar.ts';
import { deadlineFrom } from '../time/deadline.ts';
import type { CaseAction, PartShare } from './case-action.ts';
import type { CaseTypeDefinition } from './case-type.ts';
import { isDay } from './form-problems.ts';

/** A day somebody named that no deadline can be counted to or from; `path` is the field it was written in. */
export type DayProblem = {
  readonly path: string;
  readonly code: 'too-big' | 'too-small' | 'invalid';
  readonly params: Readonly<Record<string, string>>;
};

/**
 * The first day an action names in a year without a holiday table: the fault of who wrote it, not of the calendar (`rules.md` 1.7).
 * Null = every day lies in a known year; a term that runs on into an unknown one is the calendar's fault. Days that move no clock are
 * not asked about.
 */
export function dayOutOfReach(action: CaseAction, type: CaseTypeDefinition, calendar: WorkCalendar): DayProblem | null {
  switch (action.kind) {
    case 'dispatch':
      return outside('handleBy', action.data.handleBy) ?? partsOutside(action.data.parts ?? []);
    case 'open-child':
      return outside('handleBy', action.data.handleBy);
    case 'split':
      return partsOutside(action.data.parts);
    case 'advance':
      return clockOutside(action);
    default:
      return null;
  }

  function outside(path: string, day: string | undefined): DayProblem | null {
    const { years } = calendar.table;
    if (day === undefined || years.includes(Number(day.slice(0, 4)))) return null;
    const last = `${Math.max(...years)}-12-31`;
    const first = `${Math.min(...years)}-01-01`;
    if (day > last) return { path, code: 'too-big', params: { max: last } };
    return day < first ? { path, code: 'too-small', params: { min: first } } : { path, code: 'invalid', params: {} };
  }

  function partsOutside(parts: readonly PartShare[]): DayProblem | null {
    for (const [index, part] of parts.entries()) {
      const found = outside(`parts.${index}.dueDay`, part.dueDay);
      if (found) return found;
    }
    return null;
  }

  /** The clock of the stage that is entered now; later ones may begin in a year whose table has come by then. */
  function clockOutside({ data }: Extract<CaseAction, { kind: 'advance' }>): DayProblem | null {
    const here = type.stages.find(({ key }) => key === data.stage);
    const to = here?.outcomes.find(({ key }) => key === data.outcome)?.to;
    const { limit, limitFrom } = type.stages.find(({ key }) => key === to) ?? {};
    if (!limit || typeof limitFrom !== 'object' || limitFrom.stage !== data.stage) return null;
    const day = data.form?.[limitFrom.field];
    if (typeof day !== 'string' || !isDay(day) || isCountable(() => deadlineFrom(startOfDay(day), limit, calendar)))
      return null;
    // A day of a known year whose term only runs into an unknown one is right: then the table is missing, and that is what is said.
    return outside(`form.${limitFrom.field}`, day);
  }
}

function isCountable(count: () => Date): boolean {
  try {
    count();
    return true;
  } catch (error) {
    if (error instanceof CalendarError) return false;
    throw error;
  }
}
