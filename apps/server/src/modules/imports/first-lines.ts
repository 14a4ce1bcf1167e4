import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';

/** Remembers the numbers a pass has met; answers the line on which each first stood. */
export async function firstLines(
  db: Db,
  runId: string,
  rows: readonly { number: string; line: number }[],
): Promise<Map<string, number>> {
  await sql`insert into import_number (run_id, number, line)
    select distinct on (r.number) ${runId}::uuid, r.number, r.line
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(number text, line int) order by r.number, r.line
    on conflict do nothing`.execute(db);
  const { rows: found } = await sql<{
    number: string;
    line: number;
  }>`select number, line from import_number where run_id = ${runId} and number = any(${rows.map((row) => row.number)}::text[])`.execute(
    db,
  );
  return new Map(found.map((row) => [row.number, row.line]));
}
