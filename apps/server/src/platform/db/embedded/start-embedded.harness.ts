// What the tests of the embedded server share.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Client } from 'pg';
import type { EmbeddedConnection } from './connect.ts';

type ChildReport = { pid: number; adopted: boolean; connection: EmbeddedConnection; lines: string[]; uid: number };

const children: ChildProcess[] = [];

/** Runs one statement on a connection of its own; rows as arrays. */
export async function query(connection: EmbeddedConnection, sql: string): Promise<unknown[][]> {
  const client = new Client(connection);
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

/** Connects with some of the connection's parts changed. */
export function connectAs(connection: EmbeddedConnection, changes: Partial<EmbeddedConnection>): Promise<unknown[][]> {
  return query({ ...connection, ...changes }, 'select 1');
}

/** Starts the server in a process of its own: data folder, then optionally package folder and uid to become. */
export async function startChild(...args: string[]): Promise<{ child: ChildProcess; report: ChildReport }> {
  const program = path.join(import.meta.dirname, 'start-embedded.child.ts');
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), program, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  const [line] = await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`child ended with ${code}`))),
  ]);
  // The child prints exactly a ChildReport.
  return { child, report: JSON.parse(String(line)) as ChildReport };
}

/** Asks such a process to stop its server and end. */
export async function tellToStop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.stdin?.write('stop\n');
  await ended;
}

/** Ends every process that a test has left. */
export function killChildren(): void {
  for (const child of children.splice(0)) child.kill('SIGKILL');
}
