import type pg from 'pg';
import { round } from './print-result.ts';

/** How many rows each of the tables holds, in their order. */
export async function countRows(pool: pg.Pool, tables: readonly string[]): Promise<number[]> {
  const found: number[] = [];
  for (const name of tables) {
    const { rows } = await pool.query<{ n: number }>(`select count(*)::int as n from ${name}`);
    found.push(rows[0]?.n ?? 0);
  }
  return found;
}

/**
 * Seconds to write what came since `before` once more, into empty tables with the same indexes: the limit of an import.
 * The rows that were there before are few beside these; they are left out by where they stand in the table.
 */
export async function secondsToCopy(
  pool: pg.Pool,
  tables: readonly string[],
  before: readonly number[],
): Promise<number> {
  let ms = 0;
  for (const [i, name] of tables.entries()) {
    await pool.query(`create table limit_${name} (like ${name} including indexes including defaults)`);
    const began = performance.now();
    await pool.query(`insert into limit_${name} select * from ${name} offset ${before[i] ?? 0}`);
    ms += performance.now() - began;
  }
  return round(ms / 1000, 1);
}
