import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { startArguments } from '../start-command.ts';

/** One process of the product that is started again whenever it ends. */
export interface Kept {
  role: 'web' | 'worker';
  url: string;
  /** `kill -9`; it is started again at once. */
  kill(): void;
  /** Waits until it answers (a web process) or has begun (a worker). */
  ready(): Promise<void>;
  /** How often it ended by itself after it had started: neither killed by us nor asked to stop. */
  deaths(): number;
  /** The end of what it and those before it printed. */
  lastWords(): string;
  /** Asks it to stop; answers its exit code. */
  stop(): Promise<number | null>;
}

const root = join(import.meta.dirname, '../..');
const startMs = 30_000;

export async function keepRunning(role: 'web' | 'worker', dataDir: string): Promise<Kept> {
  const port = role === 'web' ? await freePort() : 0;
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: String(port),
    LOG_LEVEL: 'fatal',
    LINLI_DEMO: 'off',
    NODE_ENV: '',
  };
  let stopping = false;
  let killed: ChildProcess | null = null;
  let deaths = 0;
  let words = '';
  /** The one that has said hello. */
  let serving: ChildProcess | null = null;
  let child = launch();

  function launch(): ChildProcess {
    const started = spawn(process.execPath, [...startArguments, `--role=${role}`], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let begun = false;
    started.stdout?.on('data', (text) => {
      begun = true; // it says hello when it serves
      serving = started;
      words = `${words}${text}`.slice(-4000);
    });
    started.stderr?.on('data', (text) => {
      words = `${words}${text}`.slice(-4000);
    });
    // A start that meets a database just killed fails; a process manager would try again too.
    started.once('exit', () => {
      if (begun && !stopping && killed !== started) deaths++;
      if (!stopping)
        setTimeout(() => {
          if (!stopping) child = launch();
        }, 100);
    });
    return started;
  }

  return {
    role,
    url,
    kill() {
      killed = child;
      child.kill('SIGKILL');
    },
    deaths: () => deaths,
    lastWords: () => words,
    async ready() {
      if (role === 'worker') return;
      const endsAt = Date.now() + 60_000;
      while (Date.now() < endsAt) {
        const isReady = await fetch(`${url}/readyz`).then(
          (r) => r.ok,
          () => false,
        );
        if (isReady) return;
        await new Promise((r) => setTimeout(r, 100));
      }
      throw new Error(`the ${role} process does not get ready`);
    },
    async stop() {
      // One just brought up again is asked when it serves: how a process ends that never began is no finding.
      const endsAt = Date.now() + startMs;
      while (serving !== child && child.exitCode === null && Date.now() < endsAt)
        await new Promise((resolve) => setTimeout(resolve, 50));
      stopping = true;
      return new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode);
        child.once('exit', (code) => resolve(code));
        child.kill('SIGTERM');
      });
    },
  };
}

/** `kill -9` of the database server of this folder; nothing when it is down at the moment. */
export async function killDatabase(dataDir: string): Promise<boolean> {
  const text = await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    process.kill(pid, 'SIGKILL');
    return true;
  } catch {
    return false; // it had just died
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
