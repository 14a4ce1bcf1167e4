import { bornBy, conditionField, type Day, dayNumber, type TagExpression } from '@linli/domain';
import { hasPosition, type PositionSet } from './position-set.ts';
import { bornNumber, noDay, numberOf, type SubjectTable, spanSet } from './subject-table.ts';
import { valueAt } from './value-column.ts';

/** An expression bound to the table: sets to combine, tests to run on single positions. */
export type Question =
  | { readonly op: 'and' | 'or'; readonly parts: readonly Question[] }
  | { readonly op: 'not'; readonly part: Question }
  | { readonly op: 'set'; readonly set: PositionSet }
  | { readonly op: 'test'; readonly test: (position: number) => boolean };

export interface Binding {
  readonly table: SubjectTable;
  readonly today: Day;
  /** Numbers of the areas at and below one. */
  leavesWithin(areaId: string): ReadonlySet<number>;
}

const nothing: Question = { op: 'or', parts: [] };
const anything: Question = { op: 'and', parts: [] };

/** What is not known fails a condition, and passes its opposite. Fields must have been loaded. */
export function compileQuestion(expression: TagExpression, binding: Binding): Question {
  const { table } = binding;
  if ('and' in expression) return { op: 'and', parts: expression.and.map((each) => compileQuestion(each, binding)) };
  if ('or' in expression) return { op: 'or', parts: expression.or.map((each) => compileQuestion(each, binding)) };
  if ('not' in expression) return { op: 'not', part: compileQuestion(expression.not, binding) };
  if ('tag' in expression) {
    const set = table.tags.get(expression.tag);
    return set ? { op: 'set', set } : nothing;
  }
  if ('place' in expression) {
    const within = new Uint8Array(table.leaves.length);
    for (const leaf of binding.leavesWithin(expression.place)) within[leaf] = 1;
    return { op: 'test', test: (position) => within[table.leaf[position] ?? 0] === 1 };
  }
  if ('age' in expression) return ageQuestion(expression.age, binding);
  return fieldQuestion(expression, table);
}

function ageQuestion(age: { min?: number | undefined; max?: number | undefined }, { table, today }: Binding): Question {
  const latest = age.min === undefined ? noDay - 1 : bornNumber(dayNumber(bornBy(today, age.min)));
  const after = age.max === undefined ? -1 : bornNumber(dayNumber(bornBy(today, age.max + 1)));
  return { op: 'set', set: spanSet(table, { after, latest }) };
}

function fieldQuestion(condition: Extract<TagExpression, { field: string }>, table: SubjectTable): Question {
  const field = table.fields.get(condition.field);
  if (!field || !conditionField(condition.field)) return nothing;
  if (condition.op === 'known') return { op: 'set', set: field.known };
  if (field.kind === 'sets') {
    const wanted = Array.isArray(condition.value) ? condition.value : [String(condition.value)];
    const sets = wanted.flatMap((value) => field.sets.get(value) ?? []);
    return { op: 'or', parts: sets.map((set) => ({ op: 'set', set })) };
  }
  const bound = numberOf(condition.value);
  if (bound === null) return nothing;
  const { column } = field;
  if (condition.op === 'from') return { op: 'test', test: (position) => valueAt(column, position) >= bound };
  return { op: 'test', test: (position) => valueAt(column, position) <= bound };
}

/** True when a single position fits. */
export function testOf(question: Question): (position: number) => boolean {
  switch (question.op) {
    case 'and': {
      const tests = question.parts.map(testOf);
      return (position) => tests.every((test) => test(position));
    }
    case 'or': {
      const tests = question.parts.map(testOf);
      return (position) => tests.some((test) => test(position));
    }
    case 'not': {
      const test = testOf(question.part);
      return (position) => !test(position);
    }
    case 'set':
      return (position) => hasPosition(question.set, position);
    case 'test':
      return question.test;
  }
}

/** Nested ands of one level, so that a list among them can lead. */
export function flatParts(question: Question): readonly Question[] {
  if (question.op !== 'and') return [question];
  return question.parts.length === 0
    ? [anything]
    : question.parts.flatMap((part) => (part.op === 'and' ? flatParts(part) : [part]));
}
