import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from '@linli/client';
import { introduce, type Side } from './introduce.ts';

/**
 * `npm run neighbours`: two demonstration streets on two ports with a border road between them, each a site of its own, who share a few
 * cases the first time. Data lie in `data/neighbours`; delete it to begin again. With `-- --only=east` or `--only=west` one of them alone, in
 * a window of its own: stop it for a while, act on the other side, start it again.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const port = Number(process.env.PORT ?? '3000');
const folder = join(resolve(root, process.env.DATA_DIR ?? 'data'), 'neighbours');
const readyTries = 600;

// One address each: a browser keeps the cookies of a host together, whatever the port.
const places = {
  west: { street: '陆家嘴街道', port, shown: `http://127.0.0.1:${port}`, args: ['--size=none'] },
  east: {
    street: '源东街道',
    port: port + 1,
    shown: `http://localhost:${port + 1}`,
    args: ['--size=none', '--street=neighbour'],
  },
} as const;
const only = readOnly(process.argv.slice(2));
const children: ChildProcess[] = [];
let stopping = false;
const stop = () => {
  // Once: a server that is told twice ends before its database does.
  if (stopping) return;
  stopping = true;
  for (const child of children) child.kill('SIGTERM');
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);

try {
  if (only === null) {
    // One after the other: the first may have to build the pages.
    const west = await launch('west');
    const east = await launch('east');
    const met = await introduce({ west, east }, (line) => console.log(line));
    console.log(
      met ? '\n  Two neighbours have met and share the cases above.' : '\n  Two neighbours who know each other.',
    );
  } else await launch(only);
  for (const name of only === null ? (['west', 'east'] as const) : [only])
    console.log(`  ${name}  ${places[name].street}  ${places[name].shown}/demo`);
  console.log('  Be the dispatcher (派遣员) on either side and open 联防联控.\n');
} catch (error) {
  if (!stopping) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
  stop();
}

/** Which side alone, or null for both. */
function readOnly(args: readonly string[]): Side['name'] | null {
  const [arg] = args;
  if (arg === undefined) return null;
  const name = arg.replace(/^--only=/, '');
  if (args.length === 1 && (name === 'west' || name === 'east')) return name;
  console.error(`${args.join(' ')}: known is --only=west or --only=east`);
  process.exit(2);
}

async function launch(name: Side['name']): Promise<Side> {
  const own = places[name];
  const url = `http://127.0.0.1:${own.port}`;
  console.log(`  Starting ${own.street} …`);
  const child = spawn(process.execPath, ['--max-semi-space-size=64', 'scripts/start.mjs', ...own.args], {
    cwd: root,
    // Hears Ctrl+C from here alone.
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PORT: String(own.port),
      DATA_DIR: join(folder, name),
      PUBLIC_URL: url,
      PARTNER_NETWORKS: '127.0.0.0/8',
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
    },
  });
  children.push(child);
  child.once('exit', (code) => {
    if (code !== 0) process.exitCode = 1;
    stop();
  });
  await waitUntilReady(url, child);
  return { name, connect: () => createClient({ baseUrl: url, cookies: 'manual' }) };
}

async function waitUntilReady(url: string, child: ChildProcess): Promise<void> {
  for (let tried = 0; tried < readyTries; tried++) {
    // Also where the other side ended: with its port taken, somebody else answers there.
    if (stopping || child.exitCode !== null) throw new Error(`the server at ${url} ended`);
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error(`the server at ${url} is not ready after ${readyTries / 2} seconds`);
}
