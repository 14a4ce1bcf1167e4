import type { Crypto } from '../../platform/crypto/index.ts';
import type { Db } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';

export const sessionDays = { resident: 90, staff: 14 } as const;

/** Opens a session; answers the token for the cookie, of which only the hash is kept. */
export async function openSession(
  db: Db,
  crypto: Crypto,
  account: { id: string; kind: 'resident' | 'staff' },
  now: Date,
): Promise<{ token: string; expiresAt: Date }> {
  const token = crypto.token();
  const expiresAt = new Date(now.getTime() + sessionDays[account.kind] * 86_400_000);
  await db
    .insertInto('session')
    .values({
      token_hash: crypto.hashToken(token),
      account_id: account.id,
      created_at: now,
      seen_at: now,
      expires_at: expiresAt,
    })
    .execute();
  return { token, expiresAt };
}

export async function endSession(db: Db, tokenHash: Buffer): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
}

export async function endOtherSessions(db: Db, accountId: string, keep: Buffer): Promise<void> {
  await db.deleteFrom('session').where('account_id', '=', accountId).where('token_hash', '!=', keep).execute();
}

/** Ends every session of an account; answers their hashes. */
export async function endSessions(db: Db, accountId: string): Promise<Buffer[]> {
  const ended = await db.deleteFrom('session').where('account_id', '=', accountId).returning('token_hash').execute();
  return ended.map((row) => row.token_hash);
}

export async function insertAccount(
  db: Db,
  account: { id: string; kind: 'resident' | 'staff'; name: string; demoKey: string | null; createdAt: Date },
): Promise<void> {
  await db
    .insertInto('account')
    .values({
      id: account.id,
      kind: account.kind,
      name: account.name,
      demo_key: account.demoKey,
      created_at: account.createdAt,
    })
    .execute();
}

export async function insertCredential(
  db: Db,
  credential: { accountId: string; login: string | null; passwordHash: string | null; phone: string | null },
  crypto: Crypto,
): Promise<void> {
  await db
    .insertInto('credential')
    .values({
      account_id: credential.accountId,
      login: credential.login,
      password_hash: credential.passwordHash,
      phone_hash: credential.phone ? crypto.lookupHash(credential.phone, 'phone') : null,
      phone_encrypted: credential.phone ? crypto.encrypt(credential.phone, 'phone') : null,
    })
    .execute();
}

/** The account with this phone, made on the first sign-in. Two first sign-ins at once make one account. */
export async function accountOfPhone(
  db: Db,
  crypto: Crypto,
  phone: string,
  name: string | undefined,
  now: Date,
): Promise<{ id: string; kind: 'resident'; name: string }> {
  const phoneHash = crypto.lookupHash(phone, 'phone');
  const find = () =>
    db
      .selectFrom('credential')
      .innerJoin('account', 'account.id', 'credential.account_id')
      .select(['account.id', 'account.name'])
      .where('credential.phone_hash', '=', phoneHash)
      .where('account.kind', '=', 'resident')
      .where('account.active', '=', true)
      .executeTakeFirst();
  const known = await find();
  if (known) return { id: known.id, kind: 'resident', name: known.name };
  const id = newId();
  const given = name ?? `居民${phone.slice(-4)}`;
  await insertAccount(db, { id, kind: 'resident', name: given, demoKey: null, createdAt: now });
  const made = await db
    .insertInto('credential')
    .values({
      account_id: id,
      login: null,
      password_hash: null,
      phone_hash: phoneHash,
      phone_encrypted: crypto.encrypt(phone, 'phone'),
    })
    .onConflict((c) => c.column('phone_hash').doNothing())
    .returning('account_id')
    .executeTakeFirst();
  if (made) return { id, kind: 'resident', name: given };
  await db.deleteFrom('account').where('id', '=', id).execute();
  const first = await find();
  if (!first) throw new Error('a phone is held by an account that cannot sign in');
  return { id: first.id, kind: 'resident', name: first.name };
}
