import type { ASTNode } from '@marcbachmann/cel-js';
import { firstLine } from '../cases/expression.ts';
import { type SubjectNoun, subjectNouns } from '../registers/register-field.ts';
import { findRegisterField } from '../registers/register-fields.ts';
import { ruleEnvironment } from './rule-environment.ts';
import {
  type Comparison,
  comparisons,
  livingFacts,
  type RuleNode,
  type RuleTerm,
  type RuleValue,
} from './rule-node.ts';

export type RuleCompilation =
  | { readonly ok: true; readonly node: RuleNode }
  | { readonly ok: false; readonly error: string };

/** What CEL allows and a rule does not: it is told in the same words as a misspelt name. */
class RuleFault extends Error {}

/**
 * A tag's rule in CEL, checked against the whitelist: `person.careLevel in ["5", "6"] && age >= 80`. Names: the noun's own fields and
 * those of its household and home, `age`, `kind`, `living.count` …, `daysSince(field)`, `daysUntil(field)`, `has(field)`. Faults are said, not thrown.
 */
export function compileRule(rule: string, noun: SubjectNoun): RuleCompilation {
  try {
    const parsed = ruleEnvironment(noun).parse(rule);
    const checked = parsed.check();
    if (!checked.valid) return { ok: false, error: firstLine(checked.error) };
    if (checked.type !== 'bool') return { ok: false, error: `Expected bool, found ${String(checked.type)}` };
    return { ok: true, node: nodeOf(parsed.ast) };
  } catch (error) {
    return { ok: false, error: firstLine(error) };
  }
}

function nodeOf(ast: ASTNode): RuleNode {
  switch (ast.op) {
    case '&&':
      return joined('and', ast.args);
    case '||':
      return joined('or', ast.args);
    case '!_':
      return { op: 'not', part: nodeOf(ast.args) };
    case 'in':
      return { op: 'in', term: termOf(ast.args[0]), values: listOf(ast.args[1], termOf(ast.args[0])) };
    case 'call':
      if (ast.args[0] === 'has' && ast.args[1][0]) return { op: 'known', term: termOf(ast.args[1][0]) };
      return refuse(`${ast.args[0]}() is no condition`);
    case '.':
      return truth(termOf(ast));
    default:
      if (isComparison(ast.op) && Array.isArray(ast.args)) return comparison(ast.op, ast.args as [ASTNode, ASTNode]); // operators of two sides
      return refuse(`“${ast.op}” cannot be used in a rule`);
  }
}

function joined(op: 'and' | 'or', args: readonly ASTNode[]): RuleNode {
  const parts = args.map(nodeOf).flatMap((part) => (part.op === op ? part.parts : [part]));
  return { op, parts };
}

function truth(term: RuleTerm): RuleNode {
  if (term.of !== 'field' || term.field.kind !== 'boolean') return refuse('a condition needs a comparison');
  return { op: 'compare', term, is: '==', value: true };
}

function isComparison(op: string): op is Comparison {
  return (comparisons as readonly string[]).includes(op); // widen the literal tuple for includes
}

const turned: Readonly<Record<Comparison, Comparison>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

function comparison(is: Comparison, [left, right]: readonly [ASTNode, ASTNode]): RuleNode {
  if (isValue(left) && isValue(right)) return refuse('compare a field with a value');
  if (isValue(left)) return comparison(turned[is], [right, left]);
  const term = termOf(left);
  return { op: 'compare', term, is, value: checkedValue(term, literalOf(right)) };
}

function isValue(ast: ASTNode): boolean {
  return ast.op === 'value' || ast.op === '-_';
}

function literalOf(ast: ASTNode): RuleValue {
  if (ast.op === '-_') {
    const inner = literalOf(ast.args);
    return typeof inner === 'number' ? -inner : refuse('only numbers have a sign');
  }
  if (ast.op !== 'value') return refuse('compare a field with a value');
  const value = ast.args;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return refuse('compare with a text, a number, true or false');
}

function listOf(ast: ASTNode, term: RuleTerm): RuleValue[] {
  if (ast.op !== 'list' || ast.args.length === 0) return refuse('“in” needs a list');
  return ast.args.map((each) => checkedValue(term, literalOf(each)));
}

/** A code that is not among the field's own would silently match nobody. */
function checkedValue(term: RuleTerm, value: RuleValue): RuleValue {
  if (term.of !== 'field') return value;
  const { code, kind, options } = term.field;
  if (options && !options.some((option) => option.value === value))
    return refuse(`${term.noun}.${code} has no choice “${String(value)}”`);
  if (kind === 'date' && !/^\d{4}-\d\d-\d\d$/.test(String(value))) return refuse(`${code} is compared with a day`);
  return value;
}

function termOf(ast: ASTNode): RuleTerm {
  if (ast.op === 'id' && (ast.args === 'age' || ast.args === 'kind')) return { of: ast.args };
  if (ast.op === 'call' && (ast.args[0] === 'daysSince' || ast.args[0] === 'daysUntil')) {
    const inner = ast.args[1][0] ? termOf(ast.args[1][0]) : null;
    if (inner?.of !== 'field' || inner.field.kind !== 'date') return refuse(`${ast.args[0]} takes a date field`);
    return { ...inner, of: ast.args[0] === 'daysSince' ? 'days-since' : 'days-until' };
  }
  if (ast.op !== '.' || ast.args[0].op !== 'id') return refuse('compare a field with a value');
  const [{ args: name }, code] = ast.args;
  const what = livingFacts.find((each) => each === code);
  if (name === 'living' && what) return { of: 'living', what };
  const noun = subjectNouns.find((each) => each === name);
  const field = noun && findRegisterField(noun, code);
  if (!noun || !field) return refuse(`there is no field ${String(name)}.${code}`);
  return { of: 'field', noun, field };
}

function refuse(words: string): never {
  throw new RuleFault(words);
}
