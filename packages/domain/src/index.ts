export * from './access/role-words.ts';
export * from './access/roles.ts';
export * from './cases/action-context.ts';
export * from './cases/allowed-actions.ts';
export * from './cases/apply-action.ts';
export * from './cases/case-action.ts';
export * from './cases/case-document.ts';
export * from './cases/case-fold.ts';
export { areAllFinished, hasPartJustRunOut, isPartRunning } from './cases/case-parts.ts';
export * from './cases/case-results.ts';
export * from './cases/case-stage.ts';
export * from './cases/case-state.ts';
export * from './cases/case-type.ts';
export * from './cases/check-pack.ts';
export * from './cases/choose-target.ts';
export * from './cases/clocks.ts';
export * from './cases/diff-case-type.ts';
export * from './cases/due-dates.ts';
export * from './cases/expression.ts';
export * from './cases/fold-case.ts';
export * from './cases/form-field.ts';
export * from './cases/form-problems.ts';
export * from './cases/journal-kinds.ts';
export * from './cases/loop.ts';
export * from './cases/match-words.ts';
export * from './cases/pack-problem-words.ts';
export * from './cases/refusal-codes.ts';
export { aboutUnit, currentStage, stageOf, timeoutAt } from './cases/stage-rules.ts';
export * from './cases/try-case-type.ts';
export * from './cases/validate-pack.ts';
export * from './measures/counts.ts';
export * from './measures/hot-spots.ts';
export * from './measures/indicators.ts';
export * from './measures/ranking.ts';
export * from './measures/surge.ts';
export * from './places/coordinates.ts';
export * from './places/division-codes.ts';
export * from './places/shapes.ts';
export * from './privacy/mask.ts';
export * from './sorting/classify-words.ts';
export * from './sorting/find-topics.ts';
export * from './sorting/learn-to-sort.ts';
export type { TopicMessage } from './sorting/message-terms.ts';
export * from './sorting/same-matter.ts';
export type { NamedKind, Suggestion } from './sorting/score-names.ts';
export * from './sorting/suggest-kinds.ts';
export * from './sorting/topic-heat.ts';
export * from './sorting/word-model.ts';
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
