import { bornBy, conditionField, type Day, type TagExpression } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';

type Condition = RawBuilder<boolean>;

/** An expression as a condition on `s`, with the meaning the index gives it: what is not known fails, and passes its opposite. */
export function expressionSql(expression: TagExpression, today: Day): Condition {
  if ('and' in expression) return joined(expression.and, sql` and `, today);
  if ('or' in expression) return joined(expression.or, sql` or `, today);
  if ('not' in expression) return sql<boolean>`not ${expressionSql(expression.not, today)}`;
  if ('tag' in expression) return sql<boolean>`s.tags @> array[${expression.tag}]::integer[]`;
  if ('place' in expression)
    return sql<boolean>`(${expression.place}::uuid = s.site_id or coalesce(${expression.place}::uuid in (s.area2_id, s.area3_id, s.area4_id), false))`;
  if ('age' in expression) {
    const { min, max } = expression.age;
    const latest = min === undefined ? sql`true` : sql`s.born <= ${bornBy(today, min)}::date`;
    const after = max === undefined ? sql`true` : sql`s.born > ${bornBy(today, max + 1)}::date`;
    return sql<boolean>`coalesce(s.born is not null and ${latest} and ${after}, false)`;
  }
  return fieldSql(expression);
}

function joined(parts: readonly TagExpression[], by: RawBuilder<unknown>, today: Day): Condition {
  return sql<boolean>`(${sql.join(
    parts.map((part) => expressionSql(part, today)),
    by,
  )})`;
}

function fieldSql(condition: Extract<TagExpression, { field: string }>): Condition {
  const field = conditionField(condition.field);
  if (!field) return sql<boolean>`false`;
  const text = sql`s.fields ->> ${field.code}`;
  const held = (): Condition => {
    switch (condition.op) {
      case 'known':
        return sql<boolean>`${text} is not null`;
      case 'is':
        return sql<boolean>`${text} = ${String(condition.value)}`;
      case 'in':
        return sql<boolean>`${text} = any(${Array.isArray(condition.value) ? condition.value : []}::text[])`;
      default: {
        const compare = condition.op === 'from' ? sql`>=` : sql`<=`;
        if (field.kind === 'number') return sql<boolean>`(${text})::float8 ${compare} ${Number(condition.value)}`;
        return sql<boolean>`left(${text}, 10) ${compare} ${String(condition.value)}`;
      }
    }
  };
  return sql<boolean>`(s.noun = ${field.noun} and coalesce(${held()}, false))`;
}
