import { z } from 'zod';
import { type Sensitivity, subjectNouns } from '../registers/register-field.ts';
import { findRegisterField } from '../registers/register-fields.ts';

export const fieldOperators = ['in', 'is', 'from', 'until', 'known'] as const;

const TagLeaf = z.strictObject({ tag: z.number().int().min(1).max(2_147_483_647) });
const PlaceLeaf = z.strictObject({ place: z.uuid() });
const Age = z.number().int().min(0).max(150);
const AgeLeaf = z.strictObject({ age: z.strictObject({ min: Age.optional(), max: Age.optional() }) });
/** `in` takes a list of codes, `is` true or false, `from` and `until` a day or a number (both included), `known` nothing. */
const FieldLeaf = z.strictObject({
  field: z.string().max(60),
  op: z.enum(fieldOperators),
  value: z.union([z.array(z.string().max(60)).min(1).max(30), z.string().max(30), z.number(), z.boolean()]).optional(),
});
const leaves = [TagLeaf, PlaceLeaf, AgeLeaf, FieldLeaf] as const;
const Leaf = z.union(leaves);

// Three levels of and, or, not hold every question asked so far, and each level is written out: the contract stays free of recursion.
const most = 20;
const nest = <T extends z.ZodType>(inner: T) =>
  z.union([
    ...leaves,
    z.strictObject({ and: z.array(inner).min(1).max(most) }),
    z.strictObject({ or: z.array(inner).min(1).max(most) }),
    z.strictObject({ not: inner }),
  ]);

export type TagFieldCondition = z.infer<typeof FieldLeaf>;
/** Any mix of tags, fields, places and ages. */
export type TagExpression =
  | { tag: number }
  | { place: string }
  | { age: { min?: number | undefined; max?: number | undefined } }
  | TagFieldCondition
  | { and: TagExpression[] }
  | { or: TagExpression[] }
  | { not: TagExpression };

export const mostConditions = 60;

export const TagExpressionShape = nest(nest(nest(Leaf)))
  .refine((expression) => leavesOf(expression).length <= mostConditions)
  .refine((expression) => leavesOf(expression).every((leaf) => !('field' in leaf) || isSoundCondition(leaf)));

type ExpressionLeaf = Exclude<TagExpression, { and: unknown } | { or: unknown } | { not: unknown }>;

export function leavesOf(expression: TagExpression): ExpressionLeaf[] {
  if ('and' in expression) return expression.and.flatMap(leavesOf);
  if ('or' in expression) return expression.or.flatMap(leavesOf);
  if ('not' in expression) return leavesOf(expression.not);
  return [expression];
}

/** The field of a condition: `person.careLevel`. Sealed fields and free texts cannot be asked for. */
export function conditionField(name: string) {
  const [noun, code] = name.split('.');
  const known = subjectNouns.find((each) => each === noun);
  const field = known && code !== undefined ? findRegisterField(known, code) : undefined;
  return field && field.kind !== 'secret' && field.kind !== 'text' ? field : undefined;
}

function isSoundCondition({ field: name, op, value }: TagFieldCondition): boolean {
  const field = conditionField(name);
  if (!field) return false;
  switch (op) {
    case 'known':
      return value === undefined;
    case 'is':
      return field.kind === 'boolean' && typeof value === 'boolean';
    case 'in':
      return field.kind === 'code' && Array.isArray(value);
    default:
      if (field.kind === 'number') return typeof value === 'number';
      return field.kind === 'date' && typeof value === 'string' && z.iso.date().safeParse(value).success;
  }
}

/** The most sensitive of what an expression asks: tags by `levelOfTag`, fields by the whitelist, ages as dates of birth. */
export function expressionLevel(expression: TagExpression, levelOfTag: (tag: number) => Sensitivity): Sensitivity {
  const levels = leavesOf(expression).map((leaf): Sensitivity => {
    if ('tag' in leaf) return levelOfTag(leaf.tag);
    if ('age' in leaf) return (leaf.age.max ?? 150) < 14 ? 4 : 3;
    if ('field' in leaf) return conditionField(leaf.field)?.level ?? 4;
    return 1;
  });
  return levels.reduce((max, level) => (level > max ? level : max), 1 as Sensitivity); // the first of the levels
}
