import { sql } from 'kysely';
import type { Clock } from '../clock.ts';
import { type Database, type Db, fixedQuery, isRetryable, writeLater } from '../db/database.ts';
import { isDatabaseAway } from '../db/is-database-away.ts';
import type { Log } from '../log.ts';

/** A piece of work taken from the `due` table. `key` is unique per kind: the same thing is never due twice. */
export interface DueItem {
  id: string;
  kind: string;
  key: string;
  at: Date;
  data: Record<string, unknown>;
  tries: number;
}

/** Does the work in the transaction that removes the item: so it happens once, or not yet. */
export interface DueHandler {
  (db: Db, item: DueItem, now: Date): Promise<void>;
  /** Most items that may share a transaction; 1 when not said. Only for work that touches nothing but the database. */
  together?: number;
}

const schedule = `insert into due (kind, key, at, data)
  select e.kind, e.key, e.at, e.data from jsonb_to_recordset($1::jsonb) as e(kind text, key text, at timestamptz, data jsonb)
  on conflict (kind, key) do update set at = excluded.at, data = excluded.data, tries = 0, problem = null`;

/** Replaces what is due for these keys, with the next statement of the transaction. */
export async function scheduleDue(
  db: Db,
  items: readonly { kind: string; key: string; at: Date; data: Record<string, unknown> }[],
): Promise<void> {
  if (items.length === 0) return;
  writeLater(db, fixedQuery(schedule, [JSON.stringify(items)]));
}

export async function cancelDue(db: Db, kind: string, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  writeLater(db, fixedQuery('delete from due where kind = $1 and key = any($2::text[])', [kind, keys]));
}

const mostTries = 12;

/** A shared transaction goes no further than this: readers of the journal wait for the oldest one running. */
const longestMs = 250;

export interface DueDeps {
  database: Database;
  clock: Clock;
  log: Log;
  handlers: Readonly<Record<string, DueHandler>>;
}

interface Failure {
  item: DueItem;
  error: unknown;
}

/**
 * Takes what is due, the oldest first, and does it: items of one kind share a transaction where their handler allows it, each behind a
 * savepoint, so that one that fails is put off and hurts nobody else. Answers false when nothing was due (or others have it in hand).
 */
export async function runDue(deps: DueDeps): Promise<boolean> {
  const now = deps.clock.now();
  let taken: DueItem[] = [];
  let failures: Failure[] = [];
  try {
    await deps.database.asSystem(async (db) => {
      failures = [];
      taken = await takeDue(db, now, deps.handlers);
      const [only] = taken;
      if (taken.length === 1 && only) await doOne(db, only, deps.handlers, now);
      else failures = await doTogether(db, taken, deps.handlers, now);
    });
  } catch (error) {
    // When the database went away the work did not fail: nothing was done, and it is due as before.
    const [only] = taken;
    if (taken.length !== 1 || !only || isDatabaseAway(error)) throw error;
    await deps.database.asSystem((db) => postpone(db, { item: only, error }, now));
    failures = [{ item: only, error }];
  }
  for (const failure of failures) tell(deps.log, failure);
  return taken.length > 0;
}

async function doOne(db: Db, item: DueItem, handlers: Readonly<Record<string, DueHandler>>, now: Date): Promise<void> {
  const handler = handlers[item.kind];
  if (!handler) throw new Error(`no handler for due work of kind ${item.kind}`);
  writeLater(db, sql`delete from due where id = ${item.id}`);
  await handler(db, item, now);
}

/** Answers what failed and was put off in the same transaction. What was not reached stays due. */
async function doTogether(
  db: Db,
  items: readonly DueItem[],
  handlers: Readonly<Record<string, DueHandler>>,
  now: Date,
): Promise<Failure[]> {
  const failures: Failure[] = [];
  const until = performance.now() + longestMs;
  for (const item of items) {
    if (performance.now() > until) break;
    await sql`savepoint item`.execute(db);
    try {
      await doOne(db, item, handlers, now);
      await sql`release savepoint item`.execute(db); // what the handler held is sent here: a fault of it is this item's
    } catch (error) {
      if (isDatabaseAway(error) || isRetryable(error)) throw error;
      await sql`rollback to savepoint item`.execute(db);
      await postpone(db, { item, error }, now);
      failures.push({ item, error });
    }
  }
  return failures;
}

async function takeDue(db: Db, now: Date, handlers: Readonly<Record<string, DueHandler>>): Promise<DueItem[]> {
  const first = await select(db, now, Object.keys(handlers), 1);
  const kind = first[0]?.kind;
  const most = kind ? (handlers[kind]?.together ?? 1) : 1;
  return kind && most > 1 ? select(db, now, [kind], most) : first;
}

async function select(db: Db, now: Date, kinds: readonly string[], most: number): Promise<DueItem[]> {
  const { rows } = await sql<DueItem>`select due.id::text, due.kind, due.key, due.at, due.data, due.tries from due
    where due.at <= ${now} and due.kind = any(${kinds}::text[])
    order by due.at, due.id limit ${most} for update skip locked`.execute(db);
  return rows;
}

function tell(log: Log, { item, error }: Failure): void {
  const words = 'due work failed; it is tried again later';
  if (item.tries + 1 >= mostTries) log.error({ err: error, due: item.kind, key: item.key }, words);
  else log.warn({ err: error, due: item.kind, key: item.key }, words);
}

/** Waits 1, 2, 4 … minutes, an hour at most. */
async function postpone(db: Db, { item, error }: Failure, now: Date): Promise<void> {
  const waitMinutes = Math.min(60, 2 ** Math.min(item.tries, 6));
  const problem = error instanceof Error ? error.message : String(error);
  await db
    .updateTable('due')
    .set({
      at: new Date(now.getTime() + waitMinutes * 60_000),
      tries: item.tries + 1,
      problem: problem.slice(0, 500),
    })
    .where('id', '=', item.id)
    .execute();
}
