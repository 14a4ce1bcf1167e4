export * from './access/role-words.ts';
export * from './access/roles.ts';
export * from './cases/allowed-actions.ts';
export * from './cases/apply-action.ts';
export * from './cases/case-action.ts';
export * from './cases/case-fold.ts';
export * from './cases/case-results.ts';
export * from './cases/case-stage.ts';
export * from './cases/case-state.ts';
export * from './cases/case-type.ts';
export * from './cases/choose-target.ts';
export * from './cases/clocks.ts';
export * from './cases/due-dates.ts';
export * from './cases/expression.ts';
export * from './cases/fold-case.ts';
export * from './cases/form-field.ts';
export * from './cases/journal-kinds.ts';
export * from './cases/loop.ts';
export * from './cases/validate-pack.ts';
export * from './measures/counts.ts';
export * from './measures/indicators.ts';
export * from './measures/ranking.ts';
export * from './places/coordinates.ts';
export * from './places/division-codes.ts';
export * from './places/shapes.ts';
export * from './privacy/mask.ts';
export {
  addDays,
  CalendarError,
  type CalendarErrorCode,
  type Day,
  dayOf,
  type HolidayTable,
  isWorkDay,
  startOfDay,
  type WorkCalendar,
} from './time/calendar.ts';
export * from './time/deadline.ts';
