import { Client } from 'pg';

/** How to reach a database with node `pg`: `host` is the socket's folder, or 127.0.0.1 on Windows. */
export type EmbeddedConnection = {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
  ssl: false;
};

/** `absent`: the role, its password or its database is not there (yet); `away`: no server answers at present. */
export type ConnectOutcome =
  | { kind: 'open'; client: Client }
  | { kind: 'absent'; error: unknown }
  | { kind: 'away'; error: unknown };

const absentCodes = new Set(['28P01', '28000', '3D000']);
const connectTimeoutMs = 5_000;

/** Opens one connection and says how it went; the caller ends the client. */
export async function tryConnecting(connection: EmbeddedConnection): Promise<ConnectOutcome> {
  const client = new Client({ ...connection, connectionTimeoutMillis: connectTimeoutMs });
  // The server may go away while we hold the connection: queries reject anyway, the event must not end the process.
  client.on('error', () => {});
  try {
    await client.connect();
    return { kind: 'open', client };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { kind: absentCodes.has(code) ? 'absent' : 'away', error };
  }
}

/** The same as a URL, understood by node `pg` and libpq. */
export function writeConnectionUrl({ host, port, user, password, database }: EmbeddedConnection): string {
  const [userPart, passwordPart, databasePart] = [user, password, database].map(encodeURIComponent);
  if (!host.startsWith('/')) return `postgresql://${userPart}:${passwordPart}@${host}:${port}/${databasePart}`;
  return `postgresql://${userPart}:${passwordPart}@/${databasePart}?host=${encodeURIComponent(host)}&port=${port}`;
}
