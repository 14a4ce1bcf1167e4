import type { Client } from 'pg';
import { escapeIdentifier, escapeLiteral } from 'pg';
import { type EmbeddedConnection, tryConnecting } from './connect.ts';

/** Any number, the same in every process: they provision one after another. */
const provisionLock = 7_235_913_001;

/**
 * Creates the product's role and database through the superuser, or gives the role its password again. The role is no
 * superuser and may not bypass row-level security; CREATEDB is for tests that clone templates.
 * @returns false when the server went away meanwhile, so that the caller tries again
 * @throws Error when the superuser's password is refused
 */
export async function provisionRole(superuser: EmbeddedConnection, product: EmbeddedConnection): Promise<boolean> {
  const outcome = await tryConnecting(superuser);
  if (outcome.kind === 'away') return false;
  if (outcome.kind === 'absent') {
    throw new Error('The passwords in postgres-secrets.json are not those of this database: restore the file.', {
      cause: outcome.error,
    });
  }
  try {
    await provision(outcome.client, product);
    return true;
  } finally {
    await outcome.client.end();
  }
}

async function provision(client: Client, { user, password, database }: EmbeddedConnection): Promise<void> {
  // A failing statement would be logged with the password in it.
  await client.query('set log_min_error_statement = panic');
  await client.query('select pg_advisory_lock($1)', [provisionLock]);
  const role = escapeIdentifier(user);
  const known = await client.query('select 1 from pg_roles where rolname = $1', [user]);
  const verb = known.rowCount === 0 ? 'create' : 'alter';
  const rights = 'login nosuperuser nobypassrls nocreaterole noreplication createdb';
  await client.query(`${verb} role ${role} ${rights} password ${escapeLiteral(password)}`);
  const existing = await client.query('select 1 from pg_database where datname = $1', [database]);
  if (existing.rowCount === 0) await client.query(`create database ${escapeIdentifier(database)} owner ${role}`);
  await client.query(`revoke all on database ${escapeIdentifier(database)} from public`);
}
