import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Debian's `postgresql` package brings it; null when it is not installed. */
export function findPgbench(): string | null {
  const folder = '/usr/lib/postgresql';
  const packaged = existsSync(folder)
    ? readdirSync(folder)
        .sort()
        .reverse()
        .map((v) => `${folder}/${v}/bin/pgbench`)
    : [];
  return [...packaged, '/usr/bin/pgbench', '/usr/local/bin/pgbench'].find((path) => existsSync(path)) ?? null;
}

/** Transactions per second of a script over `clients` connections. */
export async function runPgbench(
  program: string,
  connection: { host: string; port: number; user: string; password: string; database: string },
  script: string,
  options: {
    clients: number;
    seconds: number;
    settings?: Record<string, string>;
    /** Values the script names with a colon, sent as parameters. */
    variables?: Record<string, string>;
  },
): Promise<{ perSecond: number; averageMs: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'linli-pgbench-'));
  const file = join(folder, 'script.sql');
  await writeFile(file, script);
  const settings = Object.entries(options.settings ?? {})
    .map(([k, v]) => `-c ${k}=${v}`)
    .join(' ');
  const run = spawnSync(
    program,
    [
      '-n',
      '-M',
      'prepared',
      '-c',
      String(options.clients),
      '-j',
      '2',
      '-T',
      String(options.seconds),
      ...Object.entries(options.variables ?? {}).flatMap(([name, value]) => ['-D', `${name}=${value}`]),
      '-f',
      file,
      '-h',
      connection.host,
      '-p',
      String(connection.port),
      '-U',
      connection.user,
      connection.database,
    ],
    { encoding: 'utf8', env: { ...process.env, PGPASSWORD: connection.password, PGOPTIONS: settings } },
  );
  await rm(folder, { recursive: true });
  const perSecond = Number(/tps = ([\d.]+)/.exec(run.stdout)?.[1]);
  const averageMs = Number(/latency average = ([\d.]+)/.exec(run.stdout)?.[1]);
  if (!perSecond) throw new Error(`pgbench failed: ${run.stderr || run.stdout}`);
  return { perSecond: Math.round(perSecond), averageMs };
}
