import { timingSafeEqual } from 'node:crypto';
import type { OutputOf, requestOwnCode } from '@linli/contract';
import type { Crypto } from '../../platform/crypto/index.ts';
import type { Database, Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { codeTries, type SignInDeps, sendPhoneCode } from './sign-in.ts';

/** Sends a code to the telephone this account signs in with. */
export async function sendOwnCode(
  deps: SignInDeps,
  accountId: string | null,
  address: string,
): Promise<OutputOf<typeof requestOwnCode>> {
  const phone = await deps.database.asSystem((db) => ownPhone(db, deps.crypto, accountId));
  return sendPhoneCode(deps, { phone: phone ?? refuse('no-own-phone') }, address);
}

/**
 * Checks a code sent to the account's own telephone: whoever holds the session holds the telephone too. It works once; five wrong tries spoil
 * it. Opens its own transaction, so that a wrong try counts. Refuses `code-wrong`, `no-own-phone`.
 */
export async function checkOwnCode(
  deps: { database: Database; crypto: Crypto },
  call: { accountId: string | null; code: string; now: Date },
): Promise<void> {
  const { crypto } = deps;
  const answer = await deps.database.asSystem(async (db) => {
    const phone = await ownPhone(db, crypto, call.accountId);
    if (phone === null) return 'no-own-phone' as const;
    const phoneHash = crypto.lookupHash(phone, 'phone');
    const row = await db
      .selectFrom('phone_code')
      .selectAll()
      .where('phone_hash', '=', phoneHash)
      .forUpdate()
      .executeTakeFirst();
    if (!row || row.expires_at <= call.now || row.tries >= codeTries) return 'code-wrong' as const;
    if (!timingSafeEqual(row.code_hash, crypto.lookupHash(call.code, 'phone-code'))) {
      await db
        .updateTable('phone_code')
        .set({ tries: row.tries + 1 })
        .where('phone_hash', '=', phoneHash)
        .execute();
      return 'code-wrong' as const;
    }
    await db.deleteFrom('phone_code').where('phone_hash', '=', phoneHash).execute();
    return null;
  });
  if (answer !== null) refuse(answer);
}

/** Takes the account away: nobody signs in with it, its name and telephone are gone; what it reported stands. As the system. */
export async function closeAccount(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('session').where('account_id', '=', accountId).execute();
  await db.deleteFrom('credential').where('account_id', '=', accountId).execute();
  await db
    .updateTable('account')
    .set({ active: false, name: '已注销', demo_key: null })
    .where('id', '=', accountId)
    .execute();
}

async function ownPhone(db: Db, crypto: Crypto, accountId: string | null): Promise<string | null> {
  if (accountId === null) return null;
  const row = await db
    .selectFrom('credential')
    .select('phone_encrypted')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row?.phone_encrypted ? crypto.decrypt(row.phone_encrypted, 'phone') : null;
}
