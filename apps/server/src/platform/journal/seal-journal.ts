import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Database, Db } from '../db/database.ts';
import { type Cursor, type JournalRow, readJournal, startOfJournal } from './read-journal.ts';

const rowsPerSeal = 5000;

/**
 * One line of text per row with every field that must not change. Key order of `data` is PostgreSQL's own, stable for jsonb. The
 * transaction id is left out: a restore into another cluster renumbers it (rebase-journal.ts). The order it makes is sealed all the
 * same, since rows are hashed in it.
 */
function sealText(row: JournalRow): string {
  return JSON.stringify([
    row.seq,
    row.at.toISOString(),
    row.kind,
    row.noun,
    row.noun_id,
    row.path,
    row.actor_id,
    row.request_id,
    row.data,
  ]);
}

function sealHash(previous: Buffer | null, rows: readonly JournalRow[]): Buffer {
  const hash = createHash('sha256').update(previous ?? Buffer.alloc(32));
  for (const row of rows) hash.update(sealText(row)).update('\n');
  return hash.digest();
}

/** Hashes what came since the last seal together with that seal. Answers how many rows were sealed. */
export async function sealJournal(db: Db, clock: Clock): Promise<number> {
  await sql`select pg_advisory_xact_lock(7162535)`.execute(db); // one sealer at a time
  const last = await db.selectFrom('journal_seal').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirst();
  const from: Cursor = last ? { xid: last.until_xid, seq: last.until_seq } : startOfJournal;
  const rows = await readJournal(db, from, rowsPerSeal);
  const end = rows.at(-1);
  if (!end) return 0;
  await db
    .insertInto('journal_seal')
    .values({
      number: String(Number(last?.number ?? 0) + 1),
      from_xid: from.xid,
      from_seq: from.seq,
      until_xid: end.xid,
      until_seq: end.seq,
      rows: rows.length,
      hash: sealHash(last?.hash ?? null, rows),
      at: clock.now(),
    })
    .execute();
  return rows.length;
}

export interface Verification {
  seals: number;
  rows: number;
  /** The first seal that does not fit, or null when history is as it was sealed. */
  broken: { number: number; why: 'rows-differ' | 'hash-differs' } | null;
}

/** Recomputes every seal from the journal as it stands. */
export async function verifyJournal(database: Database): Promise<Verification> {
  let previous: Buffer | null = null;
  let rowCount = 0;
  let seals = 0;
  for (let number = 1; ; number++) {
    const step = await database.asSystem(async (db) => {
      const seal = await db
        .selectFrom('journal_seal')
        .selectAll()
        .where('number', '=', String(number))
        .executeTakeFirst();
      if (!seal) return null;
      const { rows } =
        await sql<JournalRow>`select journal.xid::text, journal.seq::text, journal.at, journal.kind, journal.noun, journal.noun_id,
          journal.path::text, journal.actor_id, journal.request_id, journal.data from journal
        where (journal.xid, journal.seq) > (${seal.from_xid}::xid8, ${seal.from_seq}::bigint)
          and (journal.xid, journal.seq) <= (${seal.until_xid}::xid8, ${seal.until_seq}::bigint)
        order by journal.xid, journal.seq`.execute(db);
      return { seal, rows };
    });
    if (!step) return { seals, rows: rowCount, broken: null };
    if (step.rows.length !== step.seal.rows) return { seals, rows: rowCount, broken: { number, why: 'rows-differ' } };
    const hash: Buffer = sealHash(previous, step.rows);
    if (!hash.equals(step.seal.hash)) return { seals, rows: rowCount, broken: { number, why: 'hash-differs' } };
    previous = hash;
    seals++;
    rowCount += step.rows.length;
  }
}
