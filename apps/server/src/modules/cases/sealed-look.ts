import type { Actor } from '@linli/domain';
import { sql } from 'kysely';
import { dayOf } from '../../platform/clock.ts';
import { type Db, elevated } from '../../platform/db/database.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import type { Directory } from '../org/index.ts';
import { actorWords } from './actor-words.ts';
import type { CaseRow } from './load-case.ts';

/** The journal's word for a look at a sealed case. Its noun is the look: who folds cases from the journal, or shows them live, passes it by. */
const lookedAt = 'case.looked-at';
const hourMs = 3_600_000;

/** Writes that somebody looked at a sealed case, once an hour for each person: who and which case, nothing more. */
export async function recordLook(db: Db, actor: Actor, row: CaseRow, now: Date): Promise<void> {
  await elevated(db, async () => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${lookedAt}/${row.id}/${actor.accountId ?? ''}`}, 0))`.execute(
      db,
    );
    const { rows } = await sql`select from journal where noun_id = ${row.id} and kind = ${lookedAt}
      and actor_id is not distinct from ${actor.accountId} and at > ${new Date(now.getTime() - hourMs)} limit 1`.execute(
      db,
    );
    if (rows.length > 0) return;
    await appendJournal(db, [
      {
        at: now,
        kind: lookedAt,
        noun: 'look',
        nounId: row.id,
        path: row.path,
        actorId: actor.accountId,
        requestId: null,
        data: {},
      },
    ]);
  });
}

/** The same on a paper, which leaves the product: with the reader's name. */
export function readerMark(actor: Actor, row: CaseRow, directory: Directory, now: Date): string | null {
  const mark = watermarkFor(actor, row, directory, now);
  return mark === null ? null : [actor.name, mark].filter(Boolean).join(' ');
}

/** What lies over the page of a sealed case: who looks by post, and when. */
export function watermarkFor(actor: Actor, row: CaseRow, directory: Directory, now: Date): string | null {
  if (row.visibility !== 'sealed') return null;
  const local = new Date(now.getTime() + 8 * hourMs).toISOString().slice(11, 16); // +08:00 without summer time
  return `${actorWords(actor, directory, row.path).words} ${dayOf(now)} ${local}`;
}
