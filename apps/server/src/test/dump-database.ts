import { type Database, fixedQuery } from '../platform/db/database.ts';

/** Every row of every table as PostgreSQL writes it out, one a line behind its table's name: what somebody with a stolen backup reads. */
export async function dumpDatabase(database: Database): Promise<string> {
  return database.asSystem(async (db) => {
    const { rows: tables } = await db.executeQuery(
      fixedQuery<{ name: string }>(
        `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1`,
        [],
      ),
    );
    const lines: string[] = [];
    for (const { name } of tables) {
      // Names come from the catalogue, quoted by it.
      const { rows } = await db.executeQuery(fixedQuery<{ line: string }>(`select t::text as line from ${name} t`, []));
      for (const { line } of rows) lines.push(`${name}: ${line}`);
    }
    return lines.join('\n');
  });
}
