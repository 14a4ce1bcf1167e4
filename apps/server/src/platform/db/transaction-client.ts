import type { Writable } from 'node:stream';
import type pg from 'pg';

export interface Statement {
  text: string;
  values: readonly unknown[];
}

type Result = pg.QueryResult<never>;

const begin: Statement = { text: 'begin', values: [] };
const nothing: Result = { command: 'ROLLBACK', rowCount: null, oid: 0, fields: [], rows: [] };

/**
 * One transaction's hold on a connection. Statements whose answers nobody reads are held and sent with the next one, in one write:
 * each write to the server's socket costs as much as the statement in it (docs/decisions/0004).
 */
export interface TransactionClient {
  /** Sends what is held and this one together; fails with the first of them that fails. */
  query(text: string, values?: readonly unknown[]): Promise<Result>;
  /** Sends these and what is held together; answers each one's rows. */
  queryAll(statements: readonly Statement[]): Promise<Result[]>;
  /** Keeps a statement for the next write. A fault of it comes out of that write: at the latest of the commit. */
  hold(statement: Statement): void;
  /** Keeps a statement that must answer a row: where it answers none, it and all after it fail with `GateShut` until `restart`. */
  gate(statement: Statement): void;
  /** Sends what is held, where a gate is among it. */
  passGate(): Promise<void>;
  /** Undoes everything and begins again. */
  restart(): Promise<void>;
  /** True while the transaction acts as the product itself (`elevated`). */
  system: boolean;
  /** Gives the connection back; with a fault it is closed instead. */
  release(fault?: Error): void;
}

/** What is behind a gate was not meant to be done. */
export class GateShut extends Error {}

/**
 * `begin` and `opening` are held like any other statement and go with the first one, in one write: no statement ever runs outside its
 * own scope, and beginning costs no round trip.
 */
export function createTransactionClient(
  client: pg.PoolClient,
  opening: Statement,
  scope: { system: boolean },
): TransactionClient {
  let held: Statement[] = [begin, opening];
  let begun = false;
  let over = false;
  let heldGate: Statement | null = null;
  let shut = false;

  async function queryAll(statements: readonly Statement[]): Promise<Result[]> {
    const first = statements[0];
    if (over) throw new Error('a handle was used whose transaction is over');
    // What is undone (all of it, or back to a savepoint that was sent) need not be sent first.
    if (first?.text.startsWith('rollback')) held = [];
    else if (shut) throw new GateShut();
    const before = held;
    const gateAt = heldGate ? before.indexOf(heldGate) : -1;
    held = [];
    heldGate = null;
    begun = true;
    const together = [...before, ...statements];
    const answers = await Promise.allSettled(sendTogether(client, together));
    const gate = answers[gateAt];
    // Before any fault of what came after it: that may be only because it was done before.
    if (gate?.status === 'fulfilled' && gate.value.rows.length === 0) {
      shut = true;
      throw new GateShut();
    }
    const failed = answers.find((answer) => answer.status === 'rejected');
    if (failed) throw failed.reason;
    return answers.slice(before.length).flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  }

  async function query(text: string, values: readonly unknown[] = []): Promise<Result> {
    if (!begun && text === 'rollback') return nothing;
    const [answer] = await queryAll([{ text, values }]);
    if (!answer) throw new Error('a statement was not answered');
    return answer;
  }

  const handle: TransactionClient = {
    system: scope.system,
    queryAll,
    query,
    hold(statement) {
      held.push(statement);
    },
    gate(statement) {
      held.push(statement);
      heldGate = statement;
    },
    async passGate() {
      if (heldGate || shut) await queryAll([]);
    },
    async restart() {
      await query('rollback');
      shut = false;
      held = [begin, opening];
      handle.system = scope.system;
    },
    release(fault) {
      over = true;
      client.release(fault);
    },
  };
  return handle;
}

/** In one write: the clients of `createPool` do not wait for one answer before they send the next statement. */
function sendTogether(client: pg.PoolClient, statements: readonly Statement[]): Promise<Result>[] {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection; // the library's types leave it out
  stream.cork();
  try {
    return statements.map(({ text, values }) => client.query(text, [...values]));
  } finally {
    stream.uncork();
  }
}
