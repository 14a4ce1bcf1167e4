import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { databaseUrl } from './database-url.ts';

/** What the tests are told: where the server of this run is, or why there is none. */
export type TestDatabase = { ok: true; template: string; connectionString: string } | { ok: false; reason: string };

declare module 'vitest' {
  export interface ProvidedContext {
    testDatabase: TestDatabase;
  }
}

const TEMPLATE = 'linli_template';

/**
 * Starts one PostgreSQL for the whole run and migrates a template that every test file clones. When this fails the tests
 * that need no database still run; each one that does fails with the reason (see clone-database.ts).
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'linli-test-'));
  const undo: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const tearDown = async () => {
    for (const step of undo.reverse()) await step();
  };
  try {
    // Loaded here, not above: a mistake in these files must be told as such and not hide the tests without a database.
    const { migrate } = await import('../platform/db/migrate.ts');
    const connectionString = process.env.TEST_DATABASE_URL ?? (await startOwn(folder, undo));
    await createTemplate(connectionString);
    const pool = new pg.Pool({ connectionString: databaseUrl(connectionString, TEMPLATE), max: 1 });
    try {
      await migrate(pool, join(import.meta.dirname, '../../../../db/migrations'));
    } finally {
      // A template can be copied only while nobody is connected to it.
      await pool.end();
    }
    project.provide('testDatabase', { ok: true, template: TEMPLATE, connectionString });
  } catch (cause) {
    const reason = inspect(cause);
    console.error(`the test database could not be prepared: ${reason}`);
    project.provide('testDatabase', { ok: false, reason });
  }
  return tearDown;
}

/** The embedded server, unless TEST_DATABASE_URL names another (PostgreSQL 15–18; a role that may create databases, no superuser). */
async function startOwn(folder: string, undo: (() => Promise<unknown>)[]): Promise<string> {
  const { startEmbedded } = await import('../platform/db/embedded/index.ts');
  const lines: string[] = [];
  const embedded = await startEmbedded({ dataDir: folder, fast: true, log: (line) => lines.push(line) }).catch(
    (cause) => Promise.reject(new Error(`PostgreSQL did not start:\n${lines.join('\n')}`, { cause })),
  );
  undo.push(() => embedded.stop());
  return embedded.connectionString;
}

async function createTemplate(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(connectionString, 'postgres') });
  await client.connect();
  try {
    // On a server named from outside the last run's may still be there.
    await client.query(`drop database if exists ${TEMPLATE}`);
    await client.query(`create database ${TEMPLATE}`);
  } finally {
    await client.end();
  }
}
