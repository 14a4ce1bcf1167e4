import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../apps/server/src/platform/db/embedded/index.ts';
import type { DemoSize } from '../scripts/demo/seed/registers/demo-size.ts';
import { startArguments } from './start-command.ts';

export interface BenchServer {
  url: string;
  port: number;
  dataDir: string;
  /** The connection of the same database, for the limit measured beside ours. */
  connection: Awaited<ReturnType<typeof startEmbedded>>['connection'];
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** The real product in its own process on a new demonstration street; sync commit on, nothing tuned for the bench; registers as `size` says. */
export async function startBenchServer(
  options: { roles?: string; size?: DemoSize; env?: Record<string, string> } = {},
): Promise<BenchServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'linli-bench-'));
  const port = await freePort();
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'error', ...options.env };
  const roles = options.roles ? [`--role=${options.roles}`] : [];
  const child = spawn(process.execPath, [...startArguments, `--size=${options.size ?? 'none'}`, ...roles], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + 120_000;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    if (Date.now() > deadline) throw new Error('the server did not start');
    const ok = await fetch(`${url}/readyz`).then(
      (r) => r.ok,
      () => false,
    );
    if (ok) break;
    await new Promise((r) => setTimeout(r, 100));
  }
  child.stdout?.resume();
  const embedded = await startEmbedded({ dataDir, log: () => undefined }); // adopts the server's own
  return {
    url,
    port,
    dataDir,
    connection: embedded.connection,
    async stop() {
      child.kill('SIGTERM');
      await new Promise((r) => child.once('exit', r));
      await embedded.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The cookie of one of the ready-made people. */
export async function signInToDemo(url: string, key: string): Promise<string> {
  const response = await fetch(`${url}/api/sign-in-to-demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-linli': '1' },
    body: JSON.stringify({ requestId: crypto.randomUUID(), key }),
  });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (!response.ok || !cookie) throw new Error(`signing in as ${key} answered ${response.status}`);
  return cookie;
}
