import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor } from '@linli/domain';
import { type Compilable, CompiledQuery, type RawBuilder, type Transaction } from 'kysely';
import type pg from 'pg';
import { actorScope, type Scope } from './scope.ts';
import type { Tables } from './tables.ts';
import { createTransaction } from './transaction.ts';
import { createTransactionClient, GateShut, type Statement, type TransactionClient } from './transaction-client.ts';

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

type AfterCommit = () => void | Promise<void>;
const afterCommitWork = new WeakMap<object, AfterCommit[]>();

/** Work for after the commit, awaited before the caller gets the answer; dropped when the transaction rolls back. */
export function afterCommit(db: Db, work: AfterCommit): void {
  const list = afterCommitWork.get(db);
  if (!list) throw new Error('afterCommit was called with a handle that is not of a running transaction');
  list.push(work);
}

const clients = new WeakMap<object, TransactionClient>();

function clientOf(db: Db): TransactionClient {
  const client = clients.get(db);
  if (!client) throw new Error('a handle was used that is not of a running transaction');
  return client;
}

type Query<Row> = RawBuilder<Row> | Compilable<Row> | CompiledQuery<Row>;

/**
 * A statement whose text never changes, with its values as `$1` …: nothing is built or compiled each time. For what every command sends;
 * values never go into the text.
 */
export function fixedQuery<Row = unknown>(text: string, values: unknown[]): CompiledQuery<Row> {
  return CompiledQuery.raw(text, values) as CompiledQuery<Row>; // the caller says what the text answers, as with `sql`
}

function statementOf(db: Db, query: Query<unknown>): Statement {
  if ('parameters' in query) return { text: query.sql, values: query.parameters };
  const { sql: text, parameters } = query.compile(db);
  return { text, values: parameters };
}

/**
 * A write whose answer nobody reads: it goes with the next statement of the transaction, at the latest with the commit, and a fault
 * of it comes out there. Not for writes whose refusal the caller wants to catch.
 */
export function writeLater(db: Db, query: Query<unknown>): void {
  clientOf(db).hold(statementOf(db, query));
}

/**
 * Work to be done only where `gate`, a write with `returning`, answers a row. The gate goes with the first statement of the work, in
 * one write. Where it answers none, whatever the work did is undone, the transaction begins again, and nothing is answered.
 */
export async function behindGate<T>(
  db: Db,
  gate: Query<unknown>,
  work: () => Promise<T>,
): Promise<{ result: T } | null> {
  const client = clientOf(db);
  client.gate(statementOf(db, gate));
  try {
    const result = await work();
    await client.passGate();
    return { result };
  } catch (error) {
    // A refusal before the first statement: what was done before is answered as then, also when it would be refused by now.
    const shut = error instanceof GateShut || (await client.passGate().then(() => false, isShut));
    if (!shut) throw error;
    await client.restart();
    afterCommitWork.get(db)?.splice(0);
    return null;
  }
}

const isShut = (fault: unknown) => fault instanceof GateShut;

/** Two questions in one round trip; they are run one after the other. Answers the rows of both. */
export async function readBoth<A, B>(db: Db, first: Query<A>, second: Query<B>): Promise<[A[], B[]]> {
  const [a, b] = await clientOf(db).queryAll([statementOf(db, first), statementOf(db, second)]);
  return [(a?.rows ?? []) as A[], (b?.rows ?? []) as B[]]; // the rows of the queries' own types
}

const setSystem = (value: 'on' | 'off'): Statement => ({
  text: "select set_config('linli.system', $1, true)",
  values: [value],
});

/**
 * Writes that follow from what the actor was allowed to see and do: the row was read and locked under their own scope, the policy
 * said yes, and what is written may lie outside it (a case returned leaves the unit that returned it).
 */
export async function elevated<T>(db: Db, work: () => Promise<T>): Promise<T> {
  const client = clientOf(db);
  if (client.system) return work();
  client.system = true;
  client.hold(setSystem('on'));
  try {
    return await work();
  } finally {
    // Also when it failed and the caller goes on: what follows is the actor's again.
    client.hold(setSystem('off'));
    client.system = false;
  }
}

const retryable = new Set(['40001', '40P01']);

/** A serialisation fault or a deadlock: the whole transaction may be tried again. */
export function isRetryable(error: unknown): boolean {
  return error instanceof Error && retryable.has(String((error as { code?: unknown }).code)); // pg errors carry a code
}

/** How often a transaction is tried in all when it ended so. */
function triesAfter(error: unknown): number {
  if (isRetryable(error)) return 4;
  return isTakenMeanwhile(error) ? 2 : 1;
}

/** Somebody else took the same number or name at the same moment: tried again, it is there to be seen and refused in words. */
function isTakenMeanwhile(error: unknown): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === '23505'; // pg errors carry a code
}

/** Whose transaction it is, as row-level security reads it. */
function scopeStatement(scope: Scope): Statement {
  return {
    text: `select set_config('linli.system', $1, true), set_config('linli.account', $2, true), set_config('linli.paths', $3, true),
      set_config('linli.units', $4, true), set_config('linli.posts', $5, true), set_config('linli.pool_kinds', $6, true),
      set_config('linli.pool_paths', $7, true), set_config('linli.sealed_paths', $8, true), set_config('linli.own_units', $9, true),
      set_config('linli.register_paths', $10, true)`,
    values: [
      scope.system,
      scope.account,
      scope.paths,
      scope.units,
      scope.posts,
      scope.poolKinds,
      scope.poolPaths,
      scope.sealedPaths,
      scope.ownUnits,
      scope.registerPaths,
    ],
  };
}

/**
 * Opens the database on a pool. Every transaction states whose it is before anything else runs. `guarded` finds the outer handle used
 * inside a transaction, in tests: to know what runs inside, Node follows every promise of the process, which commands would pay for.
 */
export function createDatabase(pool: pg.Pool, options: { guarded?: boolean } = {}): Database {
  const inside = options.guarded ? new AsyncLocalStorage<true>() : null;

  async function once<T>(scope: Scope, work: (db: Db) => Promise<T>): Promise<T> {
    if (inside?.getStore())
      throw new Error('the outer database handle was used inside a transaction: pass `db` on instead');
    const client = createTransactionClient(await pool.connect(), scopeStatement(scope), {
      system: scope.system === 'on',
    });
    const db = createTransaction(client);
    clients.set(db, client);
    const after: AfterCommit[] = [];
    afterCommitWork.set(db, after);
    let done = false;
    try {
      const result = inside ? await inside.run(true, () => work(db)) : await work(db);
      await client.query('commit');
      done = true;
      client.release();
      for (const run of after) await run();
      return result;
    } finally {
      afterCommitWork.delete(db);
      clients.delete(db);
      if (!done) await giveUp(client);
    }
  }

  async function run<T>(scope: Scope, work: (db: Db) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await once(scope, work);
      } catch (error) {
        if (tries >= triesAfter(error)) throw error;
      }
    }
  }

  return {
    as: (actor, work) => run(actorScope(actor), work),
    asSystem: (work) => run(actorScope({ kind: 'system', accountId: null, name: '', scopes: [], pools: [] }), work),
    pool,
    close: () => pool.end(),
  };
}

/** The first error is the one worth telling; a rollback that fails means the connection is gone. */
async function giveUp(client: TransactionClient): Promise<void> {
  try {
    await client.query('rollback');
    client.release();
  } catch (error) {
    client.release(error instanceof Error ? error : new Error('rollback failed', { cause: error }));
  }
}
