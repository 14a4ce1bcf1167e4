import { sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Database, Db } from '../db/database.ts';
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
export type DueHandler = (db: Db, item: DueItem, now: Date) => Promise<void>;

/** Replaces what is due for these keys. */
export async function scheduleDue(
  db: Db,
  items: readonly { kind: string; key: string; at: Date; data: Record<string, unknown> }[],
): Promise<void> {
  if (items.length === 0) return;
  await sql`insert into due (kind, key, at, data)
    select e.kind, e.key, e.at, e.data from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as e(kind text, key text, at timestamptz, data jsonb)
    on conflict (kind, key) do update set at = excluded.at, data = excluded.data, tries = 0, problem = null`.execute(
    db,
  );
}

export async function cancelDue(db: Db, kind: string, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await sql`delete from due where kind = ${kind} and key = any(${keys}::text[])`.execute(db);
}

const mostTries = 12;

/** Takes one item that is due and does it. Answers false when nothing was due (or others have it in hand). */
export async function runOneDue(deps: {
  database: Database;
  clock: Clock;
  log: Log;
  handlers: Readonly<Record<string, DueHandler>>;
}): Promise<boolean> {
  const { database, clock, log, handlers } = deps;
  const now = clock.now();
  let taken: DueItem | undefined;
  try {
    return await database.asSystem(async (db) => {
      taken = await takeOne(db, now, Object.keys(handlers));
      if (!taken) return false;
      const handler = handlers[taken.kind];
      if (!handler) throw new Error(`no handler for due work of kind ${taken.kind}`);
      await sql`delete from due where id = ${taken.id}`.execute(db);
      await handler(db, taken, now);
      return true;
    });
  } catch (error) {
    // When the database went away the work did not fail: nothing was done, and it is due as before.
    if (!taken || isDatabaseAway(error)) throw error;
    await postpone(database, taken, error, now);
    const words = 'due work failed; it is tried again later';
    if (taken.tries + 1 >= mostTries) log.error({ err: error, due: taken.kind, key: taken.key }, words);
    else log.warn({ err: error, due: taken.kind, key: taken.key }, words);
    return true;
  }
}

async function takeOne(db: Db, now: Date, kinds: readonly string[]): Promise<DueItem | undefined> {
  const { rows } = await sql<DueItem>`select due.id::text, due.kind, due.key, due.at, due.data, due.tries from due
    where due.at <= ${now} and due.kind = any(${kinds}::text[])
    order by due.at, due.id limit 1 for update skip locked`.execute(db);
  return rows[0];
}

/** Waits 1, 2, 4 … minutes, an hour at most. */
async function postpone(database: Database, item: DueItem, error: unknown, now: Date): Promise<void> {
  const waitMinutes = Math.min(60, 2 ** Math.min(item.tries, 6));
  const problem = error instanceof Error ? error.message : String(error);
  await database.asSystem((db) =>
    db
      .updateTable('due')
      .set({
        at: new Date(now.getTime() + waitMinutes * 60_000),
        tries: item.tries + 1,
        problem: problem.slice(0, 500),
      })
      .where('id', '=', item.id)
      .execute(),
  );
}
