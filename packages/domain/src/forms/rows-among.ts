import type { ChosenSubjects, FormRows } from './form-definition.ts';
import { type RowCondition, readRowCondition } from './row-condition.ts';

/**
 * Whether every row of `wanted` stands among those of `other` already, as far as their conditions tell: the same subjects or fewer of them,
 * however it is written (`kind: shop`, `kind == "shop"`, parts in another order, `age >= 80` within `age >= 60`).
 */
export function rowsAmong(wanted: FormRows, other: FormRows): boolean {
  if (wanted.by === 'area' || other.by === 'area') return wanted.by === other.by;
  if (wanted.noun !== other.noun) return false;
  const have = partsOf(wanted);
  return partsOf(other).every((part) => have.some((own) => implies(own, part)));
}

/** Which subjects are chosen, in one word that is the same however they were named. */
export function chosenKey(chosen: ChosenSubjects): string {
  return [chosen.noun, ...new Set(partsOf(chosen).map(keyOf).toSorted())].join('&');
}

/** What a row must meet, all of it: its kind, its tags and each part of its condition. One that cannot be read stands for itself. */
type Part = RowCondition | { op: 'text'; text: string };

function partsOf({ noun, kind, tags, when }: ChosenSubjects): Part[] {
  return [
    ...(kind === undefined ? [] : [{ op: 'compare', on: { from: 'kind' }, by: '==', value: kind } as const]),
    ...tags.map((tag) => ({ op: 'tag', tag }) as const),
    ...partsOfText(when, noun),
  ];
}

function partsOfText(when: string | undefined, noun: ChosenSubjects['noun']): Part[] {
  if (when === undefined || when.trim() === '') return [];
  const read = readRowCondition(when, noun);
  return read.ok ? split(read.condition) : [{ op: 'text', text: when.replace(/\s+/g, '') }];
}

function split(condition: RowCondition): RowCondition[] {
  return condition.op === 'all' ? condition.of.flatMap(split) : [condition];
}

function implies(own: Part, wanted: Part): boolean {
  if (keyOf(own) === keyOf(wanted)) return true;
  if (wanted.op === 'any') return wanted.of.some((one) => implies(own, one));
  const values = valuesOf(wanted);
  const ownValues = valuesOf(own);
  if (values !== null && ownValues !== null)
    return values.on === ownValues.on && ownValues.values.every((value) => values.values.includes(value));
  const limit = limitOf(wanted);
  const ownLimit = limitOf(own);
  if (limit === null || ownLimit === null || limit.on !== ownLimit.on || limit.up !== ownLimit.up) return false;
  if (ownLimit.value === limit.value) return ownLimit.open || !limit.open;
  return limit.up ? ownLimit.value > limit.value : ownLimit.value < limit.value;
}

/** One of these values. */
function valuesOf(part: Part) {
  if (part.op === 'in')
    return { on: JSON.stringify(part.on), values: [...part.values] as (string | number | boolean)[] };
  return part.op === 'compare' && part.by === '==' ? { on: JSON.stringify(part.on), values: [part.value] } : null;
}

/** At least or at most a value; open: not the value itself. */
function limitOf(part: Part) {
  if (part.op !== 'compare' || part.by === '==' || part.by === '!=' || typeof part.value === 'boolean') return null;
  const { by, value } = part;
  return { on: JSON.stringify(part.on), up: by === '>' || by === '>=', open: by === '>' || by === '<', value };
}

function keyOf(part: Part): string {
  switch (part.op) {
    case 'all':
    case 'any':
      return `${part.op}(${part.of.map(keyOf).toSorted().join(',')})`;
    case 'not':
      return `not(${keyOf(part.of)})`;
    case 'in':
      return part.values.length === 1
        ? `${JSON.stringify(part.on)}==${JSON.stringify(part.values[0])}`
        : `${JSON.stringify(part.on)}in${JSON.stringify(part.values.map(String).toSorted())}`;
    case 'compare':
      return `${JSON.stringify(part.on)}${part.by}${JSON.stringify(part.value)}`;
    case 'has':
      return `has${JSON.stringify(part.on)}`;
    case 'tag':
      return `tag:${part.tag}`;
    case 'text':
      return `text:${part.text}`;
  }
}
