import { sql } from 'kysely';
import type { Crypto } from '../../platform/crypto/index.ts';
import type { Database, Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';

/** Tries per key in a sliding window, counted in the database so that several processes count together. */
export const tryLimits = {
  login: { most: 5, minutes: 15 },
  phone: { most: 5, minutes: 60 },
  address: { most: 60, minutes: 15 },
  /** Codes of invitations typed by one account. */
  invitation: { most: 5, minutes: 60 },
  /** Invitations sent to one telephone. */
  'invited-phone': { most: 3, minutes: 60 },
} as const;

/** Counts one try before anything is checked; refuses with the seconds to wait. Keys are hashed: no list of addresses is kept. */
export async function countTry(
  database: Database,
  crypto: Crypto,
  kind: keyof typeof tryLimits,
  key: string,
  now: Date,
): Promise<void> {
  await database.asSystem((db) => countTryWith(db, crypto, kind, key, now));
}

/** The same within what is being written, as the system: counted only if that is kept. */
export async function countTryWith(
  db: Db,
  crypto: Pick<Crypto, 'lookupHash'>,
  kind: keyof typeof tryLimits,
  key: string,
  now: Date,
): Promise<void> {
  const limit = tryLimits[kind];
  const keyHash = crypto.lookupHash(`${kind}:${key}`, 'sign-in-try');
  const since = new Date(now.getTime() - limit.minutes * 60_000);
  // One at a time per key: many tries at once would otherwise each see room for one more.
  await sql`select pg_advisory_xact_lock(hashtextextended(${keyHash.toString('hex')}, 0))`.execute(db);
  const recent = await db
    .selectFrom('sign_in_try')
    .select('at')
    .where('key_hash', '=', keyHash)
    .where('at', '>', since)
    .orderBy('at', 'desc')
    .limit(limit.most)
    .execute();
  if (recent.length < limit.most) {
    await db.insertInto('sign_in_try').values({ key_hash: keyHash, at: now }).execute();
    return;
  }
  const oldest = recent.at(-1)?.at;
  if (oldest)
    refuse('too-many-tries', {
      seconds: Math.max(1, Math.ceil((oldest.getTime() + limit.minutes * 60_000 - now.getTime()) / 1000)),
    });
}

/** After a success the tries of that key no longer count. */
export async function forgetTries(
  database: Database,
  crypto: Crypto,
  kind: keyof typeof tryLimits,
  key: string,
): Promise<void> {
  const keyHash = crypto.lookupHash(`${kind}:${key}`, 'sign-in-try');
  await database.asSystem((db) => db.deleteFrom('sign_in_try').where('key_hash', '=', keyHash).execute());
}

/** The one try at this instant turned out right: a house whose people share an address is not locked out by signing in. */
export async function takeBackTry(
  database: Database,
  crypto: Crypto,
  kind: keyof typeof tryLimits,
  key: string,
  at: Date,
): Promise<void> {
  const keyHash = crypto.lookupHash(`${kind}:${key}`, 'sign-in-try');
  await database.asSystem((db) =>
    sql`delete from sign_in_try where ctid = (select ctid from sign_in_try where key_hash = ${keyHash} and at = ${at} limit 1)`.execute(
      db,
    ),
  );
}
