import type { Actor } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { appendJournal } from '../../../platform/journal/index.ts';

const lookedAt = 'reveals.looked-at';
const hourMs = 3_600_000;

/** Writes that somebody read the list of looks, once an hour for each person, as of a sealed case. As the system. */
export async function recordLookAtReveals(db: Db, call: { actor: Actor; path: string; now: Date }): Promise<void> {
  const { actor, now } = call;
  if (actor.accountId === null) return;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${lookedAt}/${actor.accountId}`}, 0))`.execute(db);
  const { rows } = await sql`select from journal where noun_id = ${actor.accountId} and kind = ${lookedAt}
    and at > ${new Date(now.getTime() - hourMs)} limit 1`.execute(db);
  if (rows.length > 0) return;
  await appendJournal(db, [
    {
      at: now,
      kind: lookedAt,
      noun: 'look',
      nounId: actor.accountId,
      path: call.path,
      actorId: actor.accountId,
      requestId: null,
      data: {},
    },
  ]);
}
