import type { RegisterField, SubjectNoun } from '../registers/register-field.ts';

/** What is known of the people of one household together, from their dates of birth. */
export const livingFacts = ['count', 'oldest', 'youngest', 'over60', 'over80', 'under18', 'under14'] as const;
export type LivingFact = (typeof livingFacts)[number];

/** What a rule may compare: a field, the age, days from or to a date field, the subject's kind, the household's people. */
export type RuleTerm =
  | { readonly of: 'field'; readonly noun: SubjectNoun; readonly field: RegisterField }
  | { readonly of: 'age' }
  | { readonly of: 'days-since' | 'days-until'; readonly noun: SubjectNoun; readonly field: RegisterField }
  | { readonly of: 'kind' }
  | { readonly of: 'living'; readonly what: LivingFact };

export type RuleValue = string | number | boolean;
export const comparisons = ['==', '!=', '<', '<=', '>', '>='] as const;
export type Comparison = (typeof comparisons)[number];

/** A rule as a tree: what CEL's own tree says, without what a rule has no use for. */
export type RuleNode =
  | { readonly op: 'and' | 'or'; readonly parts: readonly RuleNode[] }
  | { readonly op: 'not'; readonly part: RuleNode }
  | { readonly op: 'compare'; readonly term: RuleTerm; readonly is: Comparison; readonly value: RuleValue }
  | { readonly op: 'in'; readonly term: RuleTerm; readonly values: readonly RuleValue[] }
  | { readonly op: 'known'; readonly term: RuleTerm };

/** Every term of a rule, in the order written. */
export function termsOf(node: RuleNode): RuleTerm[] {
  switch (node.op) {
    case 'and':
    case 'or':
      return node.parts.flatMap(termsOf);
    case 'not':
      return termsOf(node.part);
    default:
      return [node.term];
  }
}
