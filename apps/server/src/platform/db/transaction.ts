import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  DummyDriver,
  PostgresAdapter,
  PostgresDialect,
  PostgresQueryCompiler,
  type QueryResult,
  Transaction,
} from 'kysely';
import type { Tables } from './tables.ts';
import type { TransactionClient } from './transaction-client.ts';

const compiler = new PostgresQueryCompiler();
const adapter = new PostgresAdapter();
const driver = new DummyDriver();
// Never asked for a connection: each transaction brings its own.
const dialect = new PostgresDialect({
  pool: () => Promise.reject(new Error('a transaction brings its own connection')),
});
const config = { dialect };

/**
 * Kysely's handle on a transaction that `database.ts` begins and ends. Kysely's own way to one makes a
 * round trip for `begin`, and goes through its driver and a queue for each statement.
 */
export function createTransaction(client: TransactionClient): Transaction<Tables> {
  const connection: DatabaseConnection = {
    executeQuery: <Row>({ sql, parameters }: CompiledQuery) => execute<Row>(client, sql, parameters),
    streamQuery() {
      throw new Error('statements of a transaction are not streamed');
    },
  };
  const executor = new DefaultQueryExecutor(compiler, adapter, {
    provideConnection: (consumer) => consumer(connection),
  });
  return new Transaction<Tables>({ config, driver, dialect, executor });
}

const writes = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

async function execute<Row>(
  client: TransactionClient,
  text: string,
  values: readonly unknown[],
): Promise<QueryResult<Row>> {
  const { command, rowCount, rows } = await client.query(text, values);
  // The library reads the count of changed rows of writes only; the rows are the statement's own.
  return writes.has(command) ? { numAffectedRows: BigInt(rowCount ?? 0), rows } : { rows };
}
