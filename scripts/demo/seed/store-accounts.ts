import { sql } from 'kysely';
import { demoPassword, hashPassword } from '../../../apps/server/src/modules/access/index.ts';
import type { Crypto } from '../../../apps/server/src/platform/crypto/index.ts';
import type { Db } from '../../../apps/server/src/platform/db/database.ts';
import type { SeedAccount } from './accounts.ts';

/** Accounts and how they sign in. One password hash serves all staff: hashing 1,700 times would take a minute. */
export async function storeAccounts(
  db: Db,
  accounts: readonly SeedAccount[],
  { crypto, createdAt }: { crypto: Crypto; createdAt: Date },
): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  const rows = accounts.map(({ id, kind, name, active, demoKey, login, phone }) => ({
    id,
    kind,
    name,
    active,
    demoKey,
    login,
    password: login === null ? null : passwordHash,
    phoneHash: phone === null ? null : crypto.lookupHash(phone, 'phone').toString('hex'),
    phoneSealed: phone === null ? null : crypto.encrypt(phone, 'phone').toString('hex'),
  }));
  await sql`insert into account (id, kind, name, active, demo_key, created_at)
    select r.id, r.kind, r.name, r.active, r."demoKey", ${createdAt}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, kind text, name text, active boolean, "demoKey" text)`.execute(
    db,
  );
  const signing = rows.filter((row) => row.login !== null || row.phoneHash !== null);
  await sql`insert into credential (account_id, login, password_hash, phone_hash, phone_encrypted)
    select r.id, r.login, r.password, decode(r."phoneHash", 'hex'), decode(r."phoneSealed", 'hex')
    from jsonb_to_recordset(${JSON.stringify(signing)}::jsonb)
      as r(id uuid, login text, password text, "phoneHash" text, "phoneSealed" text)`.execute(db);
}
