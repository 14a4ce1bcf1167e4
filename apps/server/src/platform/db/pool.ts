import pg from 'pg';

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text); // days stay 'YYYY-MM-DD'
pg.types.setTypeParser(1182 as never, (text: string) => text.slice(1, -1).split(',').filter(Boolean)); // date[]; not in the library's list of builtins

/**
 * A client that names every statement with values, so that PostgreSQL parses and plans each SQL text once per connection.
 * Measured twice as fast as unnamed statements (docs/decisions/0004).
 */
class NamingClient extends pg.Client {
  // pg's query has nine overloads; the arguments are passed through untouched except for the one shape we name.
  override query(...args: unknown[]): never {
    const [text, values, ...rest] = args;
    if (typeof text === 'string' && Array.isArray(values) && values.length > 0) {
      const named = { name: nameOf(text), text, values };
      return (super.query as (...a: unknown[]) => never).call(this, named, ...rest);
    }
    return (super.query as (...a: unknown[]) => never).apply(this, args);
  }
}

const names = new Map<string, string>();
const mostNames = 3000;

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= mostNames) return undefined; // dynamic lists of values: plan them afresh rather than fill the server
  const name = `q${names.size}`;
  names.set(text, name);
  return name;
}

export interface PoolOptions {
  max?: number;
  /** Extra `-c name=value` settings for each connection. */
  settings?: Record<string, string>;
}

/** A pool of naming clients. Errors of connections are logged, never thrown: the query in hand fails, the pool replaces them. */
export function createPool(connection: pg.PoolConfig, options: PoolOptions, onError: (error: Error) => void): pg.Pool {
  const settings = Object.entries(options.settings ?? {}).map(([name, value]) => `-c ${name}=${value}`);
  const pool = new pg.Pool({
    ...connection,
    max: options.max ?? 10,
    connectionTimeoutMillis: 10_000,
    options: settings.join(' '),
    // A client sends the next statement before the last is answered; PostgreSQL answers in order (transaction-client.ts).
    pipeline: true,
    // The library types its own class here; ours only overrides `query`.
    Client: NamingClient as unknown as typeof pg.Client,
  } as pg.PoolConfig);
  // A client in use has no listener of the pool's: a connection lost in the middle of a transaction would end the process.
  // A pool that ends has said goodbye: what its connections still hear is no loss.
  pool.on('connect', (client) =>
    client.on('error', (error) => {
      if (!pool.ending) onError(error);
    }),
  );
  // Lost while idle: told by the client's own listener already.
  pool.on('error', () => undefined);
  return pool;
}
