import type { listRevealsAboutMe, OutputOf } from '@linli/contract';
import type { Actor } from '@linli/domain';
import { sql } from 'kysely';
import type { Crypto } from '../../platform/crypto/index.ts';
import type { Database, Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';

/** Reveals a person may make in a day before it looks like harvesting (rules.md 10, no. 27). */
export const dailyReveals = 30;

/**
 * Room for one more look by this person today, of whatever kind; answers how many are left after it. Refuses `too-many-requests`. In a system
 * transaction, which must write the look.
 */
export async function takeFromQuota(db: Db, byId: string, now: Date): Promise<number> {
  // One at a time per person: many at once would otherwise each see room for one more.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`reveal:${byId}`}, 0))`.execute(db);
  const since = new Date(now.getTime() - 86_400_000);
  const { rows } = await sql<{ at: Date }>`select at from reveal_made where by_account_id = ${byId} and at > ${since}
    order by at desc limit ${dailyReveals}`.execute(db);
  const made = rows.length;
  const oldest = rows[dailyReveals - 1];
  // There is room again once the oldest of these is a day old.
  if (oldest) refuse('too-many-requests', { seconds: Math.ceil((oldest.at.getTime() - since.getTime()) / 1000) });
  return dailyReveals - made - 1;
}

/** Shows a person's name and phone for a reason; the reason stands where that person sees it. In a system transaction. */
export async function revealAccount(
  db: Db,
  crypto: Crypto,
  call: {
    actor: Actor;
    by: string;
    unit: string | null;
    accountId: string;
    reason: string;
    noun: string;
    nounId: string;
    now: Date;
  },
): Promise<{ name: string; phone: string | null }> {
  const byId = call.actor.accountId;
  if (!byId) return refuse('sign-in-needed');
  await takeFromQuota(db, byId, call.now);
  const person = await db
    .selectFrom('account')
    .leftJoin('credential', 'credential.account_id', 'account.id')
    .select(['account.name', 'credential.phone_encrypted'])
    .where('account.id', '=', call.accountId)
    .executeTakeFirst();
  if (!person) return refuse('not-found');
  await db
    .insertInto('reveal')
    .values({
      id: newId(),
      account_id: call.accountId,
      by_account_id: byId,
      by_words: call.by,
      unit_words: call.unit,
      reason: call.reason,
      noun: call.noun,
      noun_id: call.nounId,
      at: call.now,
    })
    .execute();
  return { name: person.name, phone: person.phone_encrypted ? crypto.decrypt(person.phone_encrypted, 'phone') : null };
}

/** One look at somebody, kept by another module. */
export interface OtherReveal {
  at: Date;
  by: string;
  unit: string | null;
  reason: string;
  noun: string;
  nounId: string;
}

/** Who looked at my details, newest first; with what other modules keep of it. */
export async function findReveals(
  database: Database,
  actor: Actor,
  others: (db: Db, accountId: string) => Promise<readonly OtherReveal[]>,
): Promise<OutputOf<typeof listRevealsAboutMe>> {
  const rows = await database.as(actor, async (db) => {
    const own = await db
      .selectFrom('reveal')
      .selectAll()
      .where('account_id', '=', actor.accountId)
      .orderBy('at', 'desc')
      .limit(200)
      .execute();
    const more = actor.accountId === null ? [] : await others(db, actor.accountId);
    return [
      ...own.map(
        (r): OtherReveal => ({
          at: r.at,
          by: r.by_words,
          unit: r.unit_words,
          reason: r.reason,
          noun: r.noun,
          nounId: r.noun_id,
        }),
      ),
      ...more,
    ];
  });
  const newest = rows.sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, 200);
  return { reveals: newest.map(({ at, ...reveal }) => ({ ...reveal, at: at.toISOString() })) };
}
