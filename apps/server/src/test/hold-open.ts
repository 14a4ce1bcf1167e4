import type { Database, Db } from '../platform/db/database.ts';

/** Does the work in a transaction of the system, which stays open until `commit`. */
export async function holdOpen(
  database: Database,
  work: (db: Db) => Promise<unknown>,
): Promise<{ commit(): Promise<void> }> {
  const gate = { open: () => {}, done: () => {} };
  const opened = new Promise<void>((resolve) => {
    gate.open = resolve;
  });
  const done = new Promise<void>((resolve) => {
    gate.done = resolve;
  });
  const held = database.asSystem(async (db) => {
    await work(db);
    gate.done();
    await opened;
  });
  await Promise.race([done, held]);
  return {
    commit() {
      gate.open();
      return held;
    },
  };
}

/** Until somebody waits for a lock in this database, or `other` is over. */
export async function untilWaiting(database: Database, other: Promise<unknown>): Promise<void> {
  let over = false;
  const end = () => {
    over = true;
  };
  other.then(end, end);
  const waiting = `select from pg_locks l join pg_stat_activity a using (pid)
    where not l.granted and a.datname = current_database()`;
  while (!over && (await database.pool.query(waiting)).rows.length === 0)
    await new Promise((resolve) => setTimeout(resolve, 20));
}
