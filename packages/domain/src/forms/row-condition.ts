import { type ASTNode, Environment } from '@marcbachmann/cel-js';
import { firstLine } from '../cases/expression.ts';
import type { SubjectNoun } from '../registers/register-field.ts';
import { findRegisterField } from '../registers/register-fields.ts';

/** Whose field: the row's own, or that of the home or household it belongs to. */
export type FieldOf = 'self' | 'home' | 'household';
export type Operand =
  | { from: 'field'; of: FieldOf; noun: SubjectNoun; field: string }
  | { from: 'age' }
  | { from: 'kind' };
export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** A condition as a tree, free of any text of its writer but values: what a database can be asked. */
export type RowCondition =
  | { op: 'all' | 'any'; of: readonly RowCondition[] }
  | { op: 'not'; of: RowCondition }
  | { op: 'compare'; on: Operand; by: Comparison; value: string | number | boolean }
  | { op: 'in'; on: Operand; values: readonly (string | number)[] }
  | { op: 'has'; on: Operand }
  | { op: 'tag'; tag: string };

class Fault extends Error {}

const environment = new Environment({
  unlistedVariablesAreDyn: true,
  limits: { maxAstNodes: 200, maxDepth: 20, maxListElements: 60, maxMapEntries: 0, maxCallArguments: 2 },
});

/**
 * Reads a condition over the rows of a noun, in CEL: `field.livingArrangement == "alone" && age >= 60`, `home.use in ["let"]`,
 * `"code" in tags`, `has(field.dogs)`, `kind == "shop"`, joined by `&&`, `||`, `!`. Fields outside the whitelist and sealed ones are refused.
 */
export function readRowCondition(
  text: string,
  noun: SubjectNoun,
): { ok: true; condition: RowCondition } | { ok: false; error: string } {
  try {
    return { ok: true, condition: read(environment.parse(text).ast, noun) };
  } catch (error) {
    return { ok: false, error: firstLine(error) };
  }
}

function read(node: ASTNode, noun: SubjectNoun): RowCondition {
  switch (node.op) {
    case '&&':
    case '||':
      return { op: node.op === '&&' ? 'all' : 'any', of: node.args.map((one) => read(one, noun)) };
    case '!_':
      return { op: 'not', of: read(node.args, noun) };
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return readComparison(node.op, node.args, noun);
    case 'in':
      return readIn(node.args, noun);
    case 'call': {
      const [name, args] = node.args;
      const only = args[0];
      if (name !== 'has' || !only) throw new Fault(`unknown function ${name}`);
      return { op: 'has', on: operand(only, noun) };
    }
    case '.':
      return { op: 'compare', on: operand(node, noun), by: '==', value: true };
    default:
      throw new Fault(`not possible here: ${node.op}`);
  }
}

function readComparison(by: Comparison, [left, right]: [ASTNode, ASTNode], noun: SubjectNoun): RowCondition {
  const on = operand(left, noun);
  const value = literal(right);
  fits(on, by, value);
  return { op: 'compare', on, by, value };
}

function readIn([left, right]: [ASTNode, ASTNode], noun: SubjectNoun): RowCondition {
  if (right.op === 'id' && right.args === 'tags') {
    const tag = literal(left);
    if (typeof tag !== 'string') throw new Fault('a tag is named by its code');
    return { op: 'tag', tag };
  }
  if (right.op !== 'list') throw new Fault('a list is expected after in');
  const on = operand(left, noun);
  const values = right.args.map(literal);
  for (const value of values) fits(on, '==', value);
  return { op: 'in', on, values: values.filter((value) => typeof value !== 'boolean') };
}

function literal(node: ASTNode): string | number | boolean {
  if (node.op !== 'value') throw new Fault('a value is expected');
  const { args: value } = node;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new Fault('a text, number, true or false is expected');
}

const owners: Readonly<Record<string, FieldOf>> = { field: 'self', home: 'home', household: 'household' };

function operand(node: ASTNode, noun: SubjectNoun): Operand {
  if (node.op === 'id' && node.args === 'age') {
    if (noun !== 'person') throw new Fault('only people have an age');
    return { from: 'age' };
  }
  if (node.op === 'id' && node.args === 'kind') return { from: 'kind' };
  if (node.op !== '.') throw new Fault('a field is expected');
  const [of, field] = node.args;
  const owner = of.op === 'id' ? owners[of.args] : undefined;
  if (!owner) throw new Fault('a field is written field.x, home.x or household.x');
  const found = findRegisterField(nounOf(owner, noun), field);
  if (!found) throw new Fault(`the registers have no ${nounOf(owner, noun)}.${field}`);
  if (found.kind === 'secret') throw new Fault(`${field} is sealed`);
  return { from: 'field', of: owner, noun: found.noun, field };
}

/** Whose noun a field `of` a row is. */
export function nounOf(of: FieldOf, noun: SubjectNoun): SubjectNoun {
  return of === 'self' ? noun : of;
}

function fits(on: Operand, by: Comparison, value: string | number | boolean): void {
  const ordered = by !== '==' && by !== '!=';
  if (on.from === 'age') {
    if (typeof value !== 'number') throw new Fault('age is compared with a number');
    return;
  }
  if (on.from === 'kind') {
    if (typeof value !== 'string' || ordered) throw new Fault('kind equals a text');
    return;
  }
  const field = findRegisterField(on.noun, on.field);
  switch (field?.kind) {
    case 'boolean':
      if (typeof value !== 'boolean' || ordered) throw new Fault(`${on.field} is true or false`);
      return;
    case 'number':
      if (typeof value !== 'number') throw new Fault(`${on.field} is a number`);
      return;
    case 'code':
      if (ordered || !field.options?.some((option) => option.value === value))
        throw new Fault(`${on.field} has no ${String(value)}`);
      return;
    case 'date':
      if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) throw new Fault(`${on.field} is a day`);
      return;
    default:
      if (typeof value !== 'string' || ordered) throw new Fault(`${on.field} equals a text`);
  }
}
