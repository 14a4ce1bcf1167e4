import { sql } from 'kysely';
import type { Database, Db } from '../db/database.ts';

export interface Rebase {
  /** Rows given a new transaction id; 0 = nothing had to be done. */
  rows: number;
  /** Different ids now used; the cluster's own counter is past all of them. */
  ids: number;
}

/** The first id of an ordinary transaction: past in every cluster. */
const firstXid = 3;

/**
 * True when the journal holds transaction ids that this cluster has not reached: the data came from another cluster. Readers would
 * not see those rows until the counter gets there, and new rows would sort before old ones. What a snapshot sees is always below its
 * own xmax, so rows written at this moment are no false alarm.
 */
async function isJournalAhead(database: Database): Promise<boolean> {
  const { rows } = await database.asSystem((db) =>
    sql<{ ahead: boolean }>`select xid >= pg_snapshot_xmax(pg_current_snapshot()) as ahead from (
      (select xid from journal order by xid desc, seq desc limit 1) union all select xid from consumer) known
      order by xid desc limit 1`.execute(db),
  );
  return rows[0]?.ahead ?? false;
}

/** Refuses to go on with a journal of another cluster: the first new row would be lost between the old ones. */
export async function refuseForeignJournal(database: Database): Promise<void> {
  if (await isJournalAhead(database))
    throw new Error(
      'The journal comes from another PostgreSQL cluster (its transaction ids are ahead of this one). Run "npm run rebase-journal" once, then start again.',
    );
}

/**
 * After a logical restore into a new cluster: gives the journal transaction ids that this cluster has passed, in the same order. `seq`
 * stays, since other tables and readers hold it; a new id begins only where `seq` falls back in the old order, so few are needed.
 * Positions of consumers and seals follow their rows. Nothing else may be running; it happens whole or not at all.
 */
export async function rebaseJournal(database: Database): Promise<Rebase> {
  if (!(await isJournalAhead(database))) return { rows: 0, ids: 0 };
  const { rows } = await database.asSystem((db) =>
    sql<{ ids: number }>`with ordered as (
    select seq < lag(seq) over (order by xid, seq) as falls from journal)
    select 1 + count(*) filter (where falls)::int as ids from ordered`.execute(db),
  );
  await passTransactionIds(database, firstXid + (rows[0]?.ids ?? 1));
  return database.asSystem(rewrite);
}

async function rewrite(db: Db): Promise<Rebase> {
  await sql`lock table journal, journal_seal, consumer in access exclusive mode`.execute(db);
  await sql`set local linli.journal_repair = 'on'`.execute(db);
  await sql`create temporary table rebased on commit drop as
    select seq, xid as old_xid, (${firstXid}::bigint + count(*) filter (where falls) over (order by xid, seq))::text::xid8 as new_xid
    from (select seq, xid, seq < lag(seq) over (order by xid, seq) as falls from journal) ordered`.execute(db);
  await sql`create unique index on rebased (old_xid, seq)`.execute(db);
  await sql`analyze rebased`.execute(db);
  // A position is that of the last row read; before any row it is 0.0 and stays so.
  for (const [table, xid, seq] of positions) {
    const old = sql`(${sql.ref(`${table}.${xid}`)}, ${sql.ref(`${table}.${seq}`)})`;
    const row = sql`(select r from rebased r where (r.old_xid, r.seq) <= ${old} order by r.old_xid desc, r.seq desc limit 1)`;
    const to = sql`${sql.ref(xid)} = coalesce((${row}).new_xid, '0'), ${sql.ref(seq)} = coalesce((${row}).seq, 0)`;
    await sql`update ${sql.table(table)} set ${to}`.execute(db);
  }
  await sql`update journal set xid = rebased.new_xid from rebased where rebased.seq = journal.seq`.execute(db);
  const { rows } =
    await sql<Rebase>`select count(*)::int as rows, count(distinct new_xid)::int as ids from rebased`.execute(db);
  return rows[0] ?? { rows: 0, ids: 0 };
}
const positions = [
  ['consumer', 'xid', 'seq'],
  ['journal_seal', 'from_xid', 'from_seq'],
  ['journal_seal', 'until_xid', 'until_seq'],
] as const;

/** Uses up transaction ids until the counter is past `xid`: some 100,000 a second. */
async function passTransactionIds(database: Database, xid: number): Promise<void> {
  await database.pool.query(`do $$ begin
    while pg_current_xact_id()::text::numeric <= ${xid} loop commit; end loop;
  end $$`);
}
