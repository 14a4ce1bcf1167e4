import type { DispatchRule, DispatchTarget } from './case-type.ts';
import { type CompiledExpression, compileExpression, type DispatchFacts, firstLine } from './expression.ts';

export type TriedRule = { readonly ruleKey: string; readonly matched: boolean; readonly error?: string };

export type ChosenTarget = {
  /** The rule that fired; null when none did and the case goes to the desk. */
  readonly ruleKey: string | null;
  readonly target: DispatchTarget;
  /** Every rule looked at, in order, so that the choice can be shown and explained. */
  readonly tried: readonly TriedRule[];
};

const compiledRules = new WeakMap<readonly DispatchRule[], readonly (CompiledExpression | null)[]>();

/**
 * The first rule that matches. A rule whose expression fails is passed over and says so in `tried`.
 * Rules are compiled once for each list (by identity): keep the definition, do not rebuild it for each case.
 */
export function chooseTarget(rules: readonly DispatchRule[], facts: DispatchFacts): ChosenTarget {
  const expressions = compile(rules);
  const tried: TriedRule[] = [];
  for (const [index, rule] of rules.entries()) {
    const result = tryRule(rule.key, expressions[index] ?? null, facts);
    tried.push(result);
    if (result.matched) return { ruleKey: rule.key, target: rule.target, tried };
  }
  return { ruleKey: null, target: { to: 'desk' }, tried };
}

function tryRule(ruleKey: string, expression: CompiledExpression | null, facts: DispatchFacts): TriedRule {
  if (expression === null) return { ruleKey, matched: true };
  if (!expression.ok) return { ruleKey, matched: false, error: expression.error };
  try {
    return { ruleKey, matched: expression.matches(facts) };
  } catch (error) {
    return { ruleKey, matched: false, error: firstLine(error) };
  }
}

function compile(rules: readonly DispatchRule[]): readonly (CompiledExpression | null)[] {
  const known = compiledRules.get(rules);
  if (known) return known;
  const expressions = rules.map((rule) => (rule.when === undefined ? null : compileExpression(rule.when)));
  compiledRules.set(rules, expressions);
  return expressions;
}
