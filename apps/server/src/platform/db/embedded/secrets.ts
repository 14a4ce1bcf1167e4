import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { giveTo, type ServerAccount } from './server-account.ts';

/** Passwords of the two database roles: `postgres` (superuser, used to set up only) and `linli` (the product). */
export type Secrets = { superuserPassword: string; rolePassword: string };

/**
 * Reads the passwords of a data folder, inventing them on the first run (256 random bits each, file mode 0600).
 * Safe when two processes start at once: the file appears whole or not at all, and the first one stands.
 * @throws Error when a database exists whose passwords are gone, or the file is not ours to read
 */
export function loadSecrets(dataDir: string, account: ServerAccount | undefined): Secrets {
  const file = path.join(dataDir, 'postgres-secrets.json');
  if (!existsSync(file)) {
    if (existsSync(path.join(dataDir, 'postgres', 'PG_VERSION'))) {
      throw new Error(
        `${file} is missing, without it the database beside it cannot be opened: restore it from backup.`,
      );
    }
    createSecrets(file, account);
  }
  const secrets: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isSecrets(secrets)) throw new Error(`${file} does not hold the two passwords: restore it from backup.`);
  return secrets;
}

function createSecrets(file: string, account: ServerAccount | undefined): void {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const secrets: Secrets = { superuserPassword: newPassword(), rolePassword: newPassword() };
  try {
    writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    giveTo(account, draft);
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function newPassword(): string {
  return randomBytes(32).toString('base64url');
}

function isSecrets(value: unknown): value is Secrets {
  return (
    typeof value === 'object' &&
    value !== null &&
    'superuserPassword' in value &&
    'rolePassword' in value &&
    typeof value.superuserPassword === 'string' &&
    typeof value.rolePassword === 'string'
  );
}
