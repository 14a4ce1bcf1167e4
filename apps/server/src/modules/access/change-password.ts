import type { changePassword, OutputOf, ParsedInputOf } from '@linli/contract';
import type { Crypto } from '../../platform/crypto/index.ts';
import type { Database } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { hashPassword, passwordMatches } from './password.ts';
import type { SessionRecord } from './session-reader.ts';
import { countTry } from './sign-in-tries.ts';
import { endOtherSessions } from './store.ts';

/** Needs the current password, also in an open session; every other session ends. */
export async function replacePassword(
  deps: { database: Database; crypto: Crypto },
  session: SessionRecord,
  input: ParsedInputOf<typeof changePassword>,
  now: Date,
): Promise<OutputOf<typeof changePassword>> {
  const { database, crypto } = deps;
  await countTry(database, crypto, 'login', session.accountId, now);
  const stored = await database.asSystem((db) =>
    db.selectFrom('credential').select('password_hash').where('account_id', '=', session.accountId).executeTakeFirst(),
  );
  if (!(await passwordMatches(stored?.password_hash ?? null, input.current))) refuse('sign-in-failed');
  const next = await hashPassword(input.next);
  await database.asSystem(async (db) => {
    const changed = await db
      .updateTable('credential')
      .set({ password_hash: next })
      .where('account_id', '=', session.accountId)
      .where('password_hash', '=', stored?.password_hash ?? null)
      .returning('account_id')
      .executeTakeFirst();
    if (!changed) refuse('sign-in-failed'); // somebody else gave a new one meanwhile
    await endOtherSessions(db, session.accountId, session.tokenHash);
  });
  return { changed: true };
}
