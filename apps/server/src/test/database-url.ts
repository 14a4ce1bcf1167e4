/** A PostgreSQL server; `host` is a name, an address, or the folder of its socket. */
export type DatabaseServer = { host: string; port: number; user: string; password: string };

/** The connection string of one database on a server. */
export function databaseUrl(server: DatabaseServer, database: string): string {
  const credentials = `${encodeURIComponent(server.user)}:${encodeURIComponent(server.password)}`;
  return `postgresql://${credentials}@${encodeURIComponent(server.host)}:${server.port}/${encodeURIComponent(database)}`;
}
