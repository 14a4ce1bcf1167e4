import os from 'node:os';

/** What differs between machines and runs; everything else is fixed in `writeServerSettings`. */
export type ServerSettingsInput = {
  socketFolder: string | undefined;
  port: number;
  memoryBytes: number;
  /** Tests only: a crash may lose or damage data. */
  fast: boolean;
};

const gibibyte = 1024 ** 3;

/**
 * Settings for one small machine, as the text of a PostgreSQL configuration file.
 * Without a socket folder (Windows) the server listens on 127.0.0.1, else on the socket alone.
 */
export function writeServerSettings(input: ServerSettingsInput): string {
  const settings: Record<string, string | number> = {
    listen_addresses: input.socketFolder === undefined ? '127.0.0.1' : '',
    port: input.port,
    // Double quotes inside: a folder name may hold a comma, which otherwise separates folders.
    unix_socket_directories: input.socketFolder === undefined ? '' : `"${input.socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    password_encryption: 'scram-sha-256',
    max_connections: 100,
    shared_buffers: sharedBuffers(input),
    effective_cache_size: `${Math.max(512, Math.round(input.memoryBytes / 2 / 1024 ** 2))}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    // Zeroing and flushing each new 16 MB of the log held every report up for 50 ms, twice a second under load; needed by no common file system.
    wal_init_zero: 'off',
    random_page_cost: 1.1,
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] %q%u@%d ',
    log_checkpoints: 'off',
    cluster_name: 'linli',
  };
  if (input.fast) Object.assign(settings, { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' });
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'`);
  return `# Written anew at every start. To change a setting for good use "alter system set".\n${lines.join('\n')}\n`;
}

/** Memory this process may use, in bytes: the machine's, or less inside a limited container. */
export function findMemoryBytes(): number {
  const limit = process.constrainedMemory?.() ?? 0;
  return limit > 0 ? Math.min(limit, os.totalmem()) : os.totalmem();
}

function sharedBuffers(input: ServerSettingsInput): string {
  if (input.fast) return '128MB';
  return input.memoryBytes > 8 * gibibyte ? '512MB' : '256MB';
}
