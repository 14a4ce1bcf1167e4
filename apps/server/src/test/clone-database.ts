import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { inject } from 'vitest';
import { databaseUrl } from './database-url.ts';
import type {} from './global-setup.ts';

const SOURCE_IN_USE = '55006';
/** `with (force)` may not end a backend of the superuser, such as autovacuum at work in this database for a moment. */
const MAY_NOT_TERMINATE = '42501';
const TRIES = 200;
const WAIT_MS = 50;

/**
 * A fresh, migrated database for one test file, copied from the template of this run, or an empty one from `template0`. Call
 * `drop` in `afterAll`; open connections are cut. Throws with the reason when the run has no database.
 */
export async function cloneDatabase(
  template?: 'template0',
): Promise<{ connectionString: string; drop(): Promise<void> }> {
  const server = inject('testDatabase');
  if (!server.ok) throw new Error(`this run has no database: ${server.reason}`);
  const name = `linli_test_${randomBytes(6).toString('hex')}`;
  const adminUrl = databaseUrl(server.connectionString, 'postgres');
  // Copying files beats copying through the log where nothing is flushed: 43 against 52 ms.
  await runUntilFree(
    adminUrl,
    `create database ${name} template ${template ?? server.template} strategy file_copy`,
    SOURCE_IN_USE,
  );
  return {
    connectionString: databaseUrl(server.connectionString, name),
    drop: () => runUntilFree(adminUrl, `drop database if exists ${name} with (force)`, MAY_NOT_TERMINATE),
  };
}

/** Runs the statement, again while it is refused with `passing`: another backend is in the way for a moment. */
async function runUntilFree(connectionString: string, statement: string, passing: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(connectionString, statement);
    } catch (error) {
      if (attempt === TRIES || !hasCode(error, passing)) throw error;
      await sleep(WAIT_MS);
    }
  }
}

async function runOnce(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
