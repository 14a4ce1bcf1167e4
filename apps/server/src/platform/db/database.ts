import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor } from '@linli/domain';
import { type ControlledTransaction, Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import type pg from 'pg';
import { actorScope, type Scope } from './scope.ts';
import type { Tables } from './tables.ts';

/** A handle inside one transaction. It is the first argument of every function that touches the database. */
export type Db = Transaction<Tables>;

/** The outer handle. Only routes, consumers and jobs open transactions with it; inside one it refuses to work. */
export interface Database {
  /** A transaction that sees and does what the actor may (row-level security). Retried on serialisation faults. */
  as<T>(actor: Actor, work: (db: Db) => Promise<T>): Promise<T>;
  /** A transaction of the product itself: consumers, jobs, imports, sign-in. */
  asSystem<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** Pools for hot paths and health checks. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

const inside = new AsyncLocalStorage<true>();
type AfterCommit = () => void | Promise<void>;
const afterCommitWork = new WeakMap<object, AfterCommit[]>();

/** Work for after the commit, awaited before the caller gets the answer; dropped when the transaction rolls back. */
export function afterCommit(db: Db, work: AfterCommit): void {
  const list = afterCommitWork.get(db);
  if (!list) throw new Error('afterCommit was called with a handle that is not of a running transaction');
  list.push(work);
}

/**
 * Writes that follow from what the actor was allowed to see and do: the row was read and locked under their own scope, the policy
 * said yes, and what is written may lie outside it (a case returned leaves the unit that returned it).
 */
export async function elevated<T>(db: Db, work: () => Promise<T>): Promise<T> {
  const { rows } = await sql<{ before: string | null }>`select current_setting('linli.system', true) as before`.execute(
    db,
  );
  await sql`select set_config('linli.system', 'on', true)`.execute(db);
  const result = await work();
  await sql`select set_config('linli.system', ${rows[0]?.before ?? 'off'}, true)`.execute(db);
  return result;
}

const retryable = new Set(['40001', '40P01']);

/** Opens the database on a pool. Every transaction states whose it is before anything else runs. */
export function createDatabase(pool: pg.Pool): Database {
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });

  async function once<T>(scope: Scope, work: (db: Db) => Promise<T>): Promise<T> {
    if (inside.getStore())
      throw new Error('the outer database handle was used inside a transaction: pass `db` on instead');
    const db: ControlledTransaction<Tables> = await kysely.startTransaction().execute();
    const after: AfterCommit[] = [];
    afterCommitWork.set(db, after);
    let done = false;
    try {
      const result = await inside.run(true, async () => {
        await sql`select set_config('linli.system', ${scope.system}, true), set_config('linli.account', ${scope.account}, true),
          set_config('linli.paths', ${scope.paths}, true), set_config('linli.units', ${scope.units}, true),
          set_config('linli.posts', ${scope.posts}, true), set_config('linli.pool_kinds', ${scope.poolKinds}, true),
          set_config('linli.pool_paths', ${scope.poolPaths}, true)`.execute(db);
        return work(db);
      });
      await db.commit().execute();
      done = true;
      for (const run of after) await run();
      return result;
    } finally {
      afterCommitWork.delete(db);
      // A failed rollback means the connection is gone; the first error is the one worth telling.
      if (!done)
        await db
          .rollback()
          .execute()
          .catch(() => undefined);
    }
  }

  async function run<T>(scope: Scope, work: (db: Db) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await once(scope, work);
      } catch (error) {
        if (tries >= 4 || !retryable.has(String((error as { code?: unknown }).code))) throw error; // pg errors carry a code
      }
    }
  }

  return {
    as: (actor, work) => run(actorScope(actor), work),
    asSystem: (work) => run(actorScope({ kind: 'system', accountId: null, name: '', scopes: [], pools: [] }), work),
    pool,
    close: () => kysely.destroy(),
  };
}
