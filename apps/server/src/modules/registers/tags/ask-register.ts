import type { Day, SubjectNoun, TagExpression } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../../platform/db/database.ts';
import { expressionSql } from './expression-sql.ts';

interface Question {
  expression: TagExpression;
  noun: SubjectNoun;
  today: Day;
}

const leaf = sql`coalesce(s.area4_id, s.area3_id, s.area2_id, s.site_id)`;

/** Counts by lowest area, asked of the table: while the index is being made. The caller shows only what the reader may know. */
export async function countInRegister(db: Db, question: Question): Promise<Map<string, number>> {
  const { rows } = await elevated(db, async () => {
    await withoutCompiling(db);
    return sql<{ area: string; n: number }>`select ${leaf} as area, count(*)::int as n from subject s
      where s.noun = ${question.noun} and s.state = 'active' and ${expressionSql(question.expression, question.today)}
      group by 1`.execute(db);
  });
  return new Map(rows.map(({ area, n }) => [area, n]));
}

/** Ordinals after one, in order, below the paths; in the reader's own reach. */
export async function listInRegister(
  db: Db,
  question: Question,
  page: { after: number; limit: number; paths: readonly string[] },
): Promise<number[]> {
  await withoutCompiling(db);
  const { rows } = await sql<{ ordinal: number }>`select s.ordinal from subject s
    where s.noun = ${question.noun} and s.state = 'active' and s.ordinal > ${page.after}
      and s.path <@ ${page.paths}::text[]::ltree[] and ${expressionSql(question.expression, question.today)}
    order by s.ordinal limit ${page.limit}`.execute(db);
  return rows.map(({ ordinal }) => ordinal);
}

/** Compiling such a statement takes PostgreSQL longer than running it. */
async function withoutCompiling(db: Db): Promise<void> {
  await sql`set local jit = off`.execute(db);
}
