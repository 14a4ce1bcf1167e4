import { sql } from 'kysely';
import type { Db } from '../db/database.ts';

/**
 * A position in the journal. Readers order by (xid, seq): a transaction may draw a lower seq and commit later, but no row with an
 * xid below the oldest running transaction can appear any more. As text: `<xid>.<seq>`.
 */
export interface Cursor {
  xid: string;
  seq: string;
}
export interface JournalRow extends Cursor {
  at: Date;
  kind: string;
  noun: string;
  noun_id: string;
  path: string;
  actor_id: string | null;
  request_id: string | null;
  data: Record<string, unknown>;
}
export const startOfJournal: Cursor = { xid: '0', seq: '0' };

export function cursorText(cursor: Cursor): string {
  return `${cursor.xid}.${cursor.seq}`;
}

/** Null for anything that is not a position PostgreSQL can hold. */
export function parseCursor(text: string): Cursor | null {
  const match = /^(\d{1,19})\.(\d{1,19})$/.exec(text);
  const [, xid, seq] = match ?? [];
  return xid && seq && BigInt(seq) <= largestSeq ? { xid, seq } : null;
}
const largestSeq = 2n ** 63n - 1n;

/** Negative when `a` comes before `b` in the journal's order. */
export function compareCursors(a: Cursor, b: Cursor): number {
  const [left, right] = a.xid === b.xid ? [BigInt(a.seq), BigInt(b.seq)] : [BigInt(a.xid), BigInt(b.xid)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Rows after the cursor that can no longer be overtaken, in the journal's order. */
export async function readJournal(db: Db, after: Cursor, limit: number): Promise<JournalRow[]> {
  const { rows } =
    await sql<JournalRow>`select journal.xid::text, journal.seq::text, journal.at, journal.kind, journal.noun,
      journal.noun_id, journal.path::text, journal.actor_id, journal.request_id, journal.data
    from journal
    where (journal.xid, journal.seq) > (${after.xid}::xid8, ${after.seq}::bigint)
      and journal.xid < pg_snapshot_xmin(pg_current_snapshot())
    order by journal.xid, journal.seq
    limit ${limit}`.execute(db);
  return rows;
}

/**
 * Rows after the cursor whose kind fits a pattern (POSIX, also JavaScript), and how far the journal was looked through: a reader of
 * few kinds must not be sent everything the busy ones write.
 */
export async function readJournalOfKinds(
  db: Db,
  after: Cursor,
  options: { kinds: RegExp; limit: number },
): Promise<{ rows: JournalRow[]; cursor: Cursor }> {
  const horizon = await findHorizon(db);
  if (compareCursors(horizon, after) <= 0) return { rows: [], cursor: after };
  const { rows } =
    await sql<JournalRow>`select journal.xid::text, journal.seq::text, journal.at, journal.kind, journal.noun,
      journal.noun_id, journal.path::text, journal.actor_id, journal.request_id, journal.data
    from journal
    where (journal.xid, journal.seq) > (${after.xid}::xid8, ${after.seq}::bigint)
      and (journal.xid, journal.seq) <= (${horizon.xid}::xid8, ${horizon.seq}::bigint)
      and journal.kind ~ ${options.kinds.source}
    order by journal.xid, journal.seq
    limit ${options.limit}`.execute(db);
  const last = rows.length === options.limit ? rows.at(-1) : undefined;
  return { rows, cursor: last ? { xid: last.xid, seq: last.seq } : horizon };
}

/** The last position that can no longer be overtaken: take it before a snapshot, then follow from it. */
export async function findHorizon(db: Db): Promise<Cursor> {
  const { rows } = await sql<Cursor>`select journal.xid::text, journal.seq::text from journal
    where journal.xid < pg_snapshot_xmin(pg_current_snapshot())
    order by journal.xid desc, journal.seq desc limit 1`.execute(db);
  return rows[0] ?? startOfJournal;
}
