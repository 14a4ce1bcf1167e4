/** The connection string of another database on the same server, whether reached by a socket's folder or by a port. */
export function databaseUrl(connectionString: string, database: string): string {
  const changed = connectionString.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${encodeURIComponent(database)}`);
  if (changed === connectionString && !changed.includes(`/${database}`)) throw new Error('not a connection string');
  return changed;
}
