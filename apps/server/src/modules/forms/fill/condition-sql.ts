import { type ChosenSubjects, type Operand, type RowCondition, readRowCondition } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import { refuseForm } from '../refuse-form.ts';

/** What a condition is asked with: the numbers of its tags, and the day ages are counted on. */
export interface ConditionContext {
  tags: ReadonlyMap<string, number>;
  today: string;
}

/** Which of `s` (with `h` and `hh`, its home and household) are chosen: noun, state, kind, tags and condition. */
export function chosenSql(chosen: ChosenSubjects, context: ConditionContext): RawBuilder<boolean> {
  const parts = [sql<boolean>`s.noun = ${chosen.noun} and s.state = 'active'`];
  if (chosen.kind !== undefined) parts.push(sql<boolean>`s.kind = ${chosen.kind}`);
  for (const tag of chosen.tags) parts.push(tagSql(tag, context));
  if (chosen.when !== undefined) {
    const read = readRowCondition(chosen.when, chosen.noun);
    if (!read.ok) return refuseForm({ path: 'when', code: 'condition-invalid', detail: read.error });
    parts.push(conditionSql(read.condition, context));
  }
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

/** Fields of whom a condition asks: their rows must be joined. */
export function ownersOf(chosen: Pick<ChosenSubjects, 'noun' | 'when'>): Set<'home' | 'household'> {
  const owners = new Set<'home' | 'household'>();
  if (chosen.when === undefined) return owners;
  const read = readRowCondition(chosen.when, chosen.noun);
  if (read.ok) collectOwners(read.condition, owners);
  return owners;
}

function collectOwners(condition: RowCondition, owners: Set<'home' | 'household'>): void {
  if (condition.op === 'all' || condition.op === 'any') {
    for (const one of condition.of) collectOwners(one, owners);
  } else if (condition.op === 'not') collectOwners(condition.of, owners);
  else if (condition.op === 'compare' || condition.op === 'in' || condition.op === 'has') {
    const { on } = condition;
    if (on.from === 'field' && on.of !== 'self') owners.add(on.of);
  }
}

function tagSql(tag: string, { tags }: ConditionContext): RawBuilder<boolean> {
  const number = tags.get(tag);
  return number === undefined
    ? refuseForm({ path: 'tags', code: 'tag-unknown', detail: tag })
    : sql<boolean>`s.tags @> array[${number}::int]`;
}

function conditionSql(condition: RowCondition, context: ConditionContext): RawBuilder<boolean> {
  switch (condition.op) {
    case 'all':
    case 'any': {
      const joined = sql.join(
        condition.of.map((one) => conditionSql(one, context)),
        condition.op === 'all' ? sql` and ` : sql` or `,
      );
      return sql<boolean>`(${joined})`;
    }
    case 'not':
      // What is not known is not so, and its contrary is.
      return sql<boolean>`not coalesce(${conditionSql(condition.of, context)}, false)`;
    case 'tag':
      return tagSql(condition.tag, context);
    case 'has':
      return condition.on.from === 'field'
        ? sql<boolean>`${fieldsSql(condition.on)} ? ${sql.lit(condition.on.field)}`
        : sql<boolean>`${operandSql(condition.on, 'text', context)} is not null`;
    case 'in': {
      const kind = typeof condition.values[0] === 'number' ? 'number' : 'text';
      const values = condition.values.map((value) =>
        kind === 'number' ? sql`${value}::numeric` : sql`${value}::text`,
      );
      return values.length === 0
        ? sql<boolean>`false`
        : sql<boolean>`${operandSql(condition.on, kind, context)} in (${sql.join(values)})`;
    }
    case 'compare':
      return compareSql(condition, context);
  }
}

const operators = { '==': sql`=`, '!=': sql`<>`, '<': sql`<`, '<=': sql`<=`, '>': sql`>`, '>=': sql`>=` } as const;

function compareSql(
  condition: Extract<RowCondition, { op: 'compare' }>,
  context: ConditionContext,
): RawBuilder<boolean> {
  const { on, by, value } = condition;
  const operator = operators[by];
  if (typeof value === 'boolean') {
    // A thing that was never said is not true: `field.x == false` takes in those of whom it is not known.
    const isTrue = sql<boolean>`coalesce(${operandSql(on, 'text', context)} = 'true', false)`;
    return value === (by === '==') ? isTrue : sql<boolean>`not ${isTrue}`;
  }
  return typeof value === 'number'
    ? sql<boolean>`${operandSql(on, 'number', context)} ${operator} ${value}::numeric`
    : sql<boolean>`${operandSql(on, 'text', context)} ${operator} ${value}::text`;
}

function fieldsSql(on: Extract<Operand, { from: 'field' }>): RawBuilder<unknown> {
  return on.of === 'self' ? sql`s.fields` : sql`${sql.ref(on.of === 'home' ? 'h' : 'hh')}.fields`;
}

/** Field codes are of the whitelist: they may stand in the text, where a parameter would keep the planner from using an index. */
function operandSql(on: Operand, as: 'text' | 'number', { today }: ConditionContext): RawBuilder<unknown> {
  if (on.from === 'kind') return sql`s.kind`;
  if (on.from === 'age') return sql`extract(year from age(${today}::date, s.born))`;
  const text = sql`${fieldsSql(on)} ->> ${sql.lit(on.field)}`;
  return as === 'number' ? sql`(${text})::numeric` : sql`(${text})`;
}
