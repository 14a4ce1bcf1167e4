export * from './access/role-words.ts';
export * from './access/roles.ts';
export * from './cases/action-context.ts';
export * from './cases/allowed-actions.ts';
export * from './cases/apply-action.ts';
export { askedFields } from './cases/asked-fields.ts';
export * from './cases/case-action.ts';
export * from './cases/case-document.ts';
export * from './cases/case-file.ts';
export * from './cases/case-fold.ts';
export { areAllFinished, type CasePart, hasPartJustRunOut, isPartRunning } from './cases/case-parts.ts';
export * from './cases/case-results.ts';
export { partiesOf } from './cases/case-signing.ts';
export * from './cases/case-stage.ts';
export * from './cases/case-state.ts';
export * from './cases/case-type.ts';
export * from './cases/check-pack.ts';
export * from './cases/choose-target.ts';
export * from './cases/clocks.ts';
export type { DayProblem } from './cases/day-reach.ts';
export * from './cases/diff-case-type.ts';
export * from './cases/due-dates.ts';
export * from './cases/expression.ts';
export * from './cases/fold-case.ts';
export * from './cases/form-field.ts';
export * from './cases/form-problems.ts';
export {
  invitationCodeWords,
  invitationDays,
  invitationsAtOnce,
  makeInvitationCode,
  readInvitationCode,
  takesParties,
} from './cases/invitation-code.ts';
export * from './cases/journal-kinds.ts';
export * from './cases/loop.ts';
export * from './cases/match-words.ts';
export * from './cases/pack.ts';
export * from './cases/pack-problem-words.ts';
export * from './cases/refusal-codes.ts';
export { aboutUnit, currentStage, formAsked, stageOf, timeoutAt } from './cases/stage-rules.ts';
export { tellsReporter } from './cases/tells-reporter.ts';
export * from './cases/try-case-type.ts';
export * from './cases/validate-pack.ts';
export * from './forms/index.ts';
export * from './measures/counts.ts';
export * from './measures/hot-spots.ts';
export * from './measures/indicators.ts';
export * from './measures/ranking.ts';
export * from './measures/surge.ts';
export * from './org/match-mediators.ts';
export * from './org/mediator-words.ts';
export { unitKinds } from './org/unit-kinds.ts';
export * from './places/coordinates.ts';
export * from './places/division-codes.ts';
export * from './places/shapes.ts';
export * from './privacy/index.ts';
export * from './privacy/mask.ts';
export { placeWords } from './registers/address/address-words.ts';
export * from './registers/address/parse-address.ts';
export * from './registers/address/shanghai-address.ts';
export * from './registers/care-rules.ts';
export * from './registers/check-field-value.ts';
export * from './registers/codes/disability.ts';
export * from './registers/codes/national-codes.ts';
export * from './registers/component-kinds.ts';
export * from './registers/elders/assess-older-person.ts';
export * from './registers/elders/household-facts.ts';
export * from './registers/elders/living-arrangement.ts';
export * from './registers/fact-staleness.ts';
export * from './registers/field-access.ts';
export * from './registers/field-owner-units.ts';
export * from './registers/guardianship.ts';
export { type CreditCode, type CreditCodeProblem, checkCreditCode } from './registers/identity/check-credit-code.ts';
export { withCheckDigit } from './registers/identity/check-digit.ts';
export * from './registers/identity/check-identity-document.ts';
export * from './registers/identity/check-identity-number.ts';
export * from './registers/identity/check-phone.ts';
export { findWithdrawnDivision, type WithdrawnDivision } from './registers/identity/withdrawn-divisions.ts';
export * from './registers/letting-standards.ts';
export * from './registers/register-field.ts';
export * from './registers/register-fields.ts';
export * from './registers/subject-kind-words.ts';
export * from './sorting/classify-words.ts';
export * from './sorting/find-topics.ts';
export * from './sorting/learn-to-sort.ts';
export type { TopicMessage } from './sorting/message-terms.ts';
export * from './sorting/same-matter.ts';
export type { NamedKind, Suggestion } from './sorting/score-names.ts';
export * from './sorting/suggest-kinds.ts';
export * from './sorting/topic-heat.ts';
export * from './sorting/word-model.ts';
export { ageOn, bornBy, dayNumber } from './tags/age-bounds.ts';
export * from './tags/check-tag-groups.ts';
export { compileRule, type RuleCompilation } from './tags/compile-rule.ts';
export * from './tags/counted-area.ts';
export { type RuleFacts, ruleMatcher } from './tags/match-rule.ts';
export { nounsInReach } from './tags/rule-environment.ts';
export * from './tags/rule-facts.ts';
export { livingFacts, type RuleNode, type RuleTerm } from './tags/rule-node.ts';
export * from './tags/suppress-counts.ts';
export * from './tags/tag-definition.ts';
export * from './tags/tag-expression.ts';
export { wordsOfFault } from './tags/words-of-fault.ts';
export * from './tags/words-of-rule.ts';
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
