import { randomInt, timingSafeEqual } from 'node:crypto';
import type { OutputOf, ParsedInputOf, requestPhoneCode, signInByPassword, signInByPhone } from '@linli/contract';
import type { Clock } from '../../platform/clock.ts';
import type { Crypto } from '../../platform/crypto/index.ts';
import type { Database } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { passwordMatches } from './password.ts';
import type { SessionRecord } from './session-reader.ts';
import { countTry, forgetTries, takeBackTry } from './sign-in-tries.ts';
import { accountOfPhone, openSession } from './store.ts';

const codeMinutes = 5;
export const codeTries = 5;
const retrySeconds = 60;

export interface OpenedSession extends Omit<SessionRecord, 'tokenHash'> {
  token: string;
  expiresAt: Date;
}

export interface SignInDeps {
  database: Database;
  crypto: Crypto;
  clock: Clock;
  demo: boolean;
  /** Sends the code by a notice channel; throws when no channel can. */
  sendCode(phone: string, code: string): Promise<void>;
}

/** Makes and sends a code. Nobody learns whether the phone has an account. */
export async function sendPhoneCode(
  deps: SignInDeps,
  input: Pick<ParsedInputOf<typeof requestPhoneCode>, 'phone'>,
  address: string,
): Promise<OutputOf<typeof requestPhoneCode>> {
  const { database, crypto, clock } = deps;
  const now = clock.now();
  const phoneHash = crypto.lookupHash(input.phone, 'phone');
  const before = await database.asSystem((db) =>
    db.selectFrom('phone_code').select('sent_at').where('phone_hash', '=', phoneHash).executeTakeFirst(),
  );
  const waited = before ? (now.getTime() - before.sent_at.getTime()) / 1000 : retrySeconds;
  if (waited < retrySeconds) refuse('too-many-requests', { seconds: Math.ceil(retrySeconds - waited) });
  await countTry(database, crypto, 'phone', input.phone, now);
  await countTry(database, crypto, 'address', address, now);
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
  const row = {
    code_hash: crypto.lookupHash(code, 'phone-code'),
    tries: 0,
    sent_at: now,
    expires_at: new Date(now.getTime() + codeMinutes * 60_000),
  };
  await database.asSystem((db) =>
    db
      .insertInto('phone_code')
      .values({ phone_hash: phoneHash, ...row })
      .onConflict((c) => c.column('phone_hash').doUpdateSet(row))
      .execute(),
  );
  await deps.sendCode(input.phone, code);
  return { sentAt: now.toISOString(), retryAfterSeconds: retrySeconds, demoCode: deps.demo ? code : null };
}

/** Signs in with the code; the first time makes the account. A code works once, and five wrong tries spoil it. */
export async function signInWithCode(
  deps: SignInDeps,
  input: ParsedInputOf<typeof signInByPhone>,
  address: string,
): Promise<OpenedSession> {
  const { database, crypto, clock } = deps;
  const now = clock.now();
  await countTry(database, crypto, 'address', address, now);
  const phoneHash = crypto.lookupHash(input.phone, 'phone');
  const session = await database.asSystem(async (db) => {
    const row = await db
      .selectFrom('phone_code')
      .selectAll()
      .where('phone_hash', '=', phoneHash)
      .forUpdate()
      .executeTakeFirst();
    if (!row || row.expires_at <= now || row.tries >= codeTries) return null;
    if (!timingSafeEqual(row.code_hash, crypto.lookupHash(input.code, 'phone-code'))) {
      await db
        .updateTable('phone_code')
        .set({ tries: row.tries + 1 })
        .where('phone_hash', '=', phoneHash)
        .execute();
      return null; // committed, so that the try counts
    }
    await db.deleteFrom('phone_code').where('phone_hash', '=', phoneHash).execute();
    const account = await accountOfPhone(db, crypto, input.phone, input.name, now);
    return {
      accountId: account.id,
      kind: account.kind,
      name: account.name,
      ...(await openSession(db, crypto, account, now)),
    };
  });
  if (!session) refuse('code-wrong');
  await forgetTries(database, crypto, 'phone', input.phone);
  await takeBackTry(database, crypto, 'address', address, now);
  return session;
}

/** Signs staff in. The hash is checked outside any transaction: it is slow on purpose. */
export async function signInWithPassword(
  deps: SignInDeps,
  input: ParsedInputOf<typeof signInByPassword>,
  address: string,
): Promise<OpenedSession> {
  const { database, crypto, clock } = deps;
  const now = clock.now();
  const login = input.login.toLowerCase();
  await countTry(database, crypto, 'login', login, now);
  await countTry(database, crypto, 'address', address, now);
  const account = await database.asSystem((db) =>
    db
      .selectFrom('credential')
      .innerJoin('account', 'account.id', 'credential.account_id')
      .select(['account.id', 'account.name', 'account.kind', 'credential.password_hash'])
      .where('credential.login', '=', login)
      .where('account.active', '=', true)
      .executeTakeFirst(),
  );
  const matches = await passwordMatches(account?.password_hash ?? null, input.password);
  if (!account || !matches) refuse('sign-in-failed');
  await forgetTries(database, crypto, 'login', login);
  await takeBackTry(database, crypto, 'address', address, now);
  const opened = await database.asSystem(async (db) => {
    // A new password or the end of the account since, which ends the sessions it finds, ends this one too.
    const still = await db
      .selectFrom('credential')
      .innerJoin('account', 'account.id', 'credential.account_id')
      .select('account.id')
      .where('account.id', '=', account.id)
      .where('credential.password_hash', '=', account.password_hash)
      .where('account.active', '=', true)
      .forShare()
      .executeTakeFirst();
    return still ? openSession(db, crypto, account, now) : refuse('sign-in-failed');
  });
  return { accountId: account.id, kind: account.kind, name: account.name, ...opened };
}
