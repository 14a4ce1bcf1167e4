import type { OutputOf, ParsedInputOf, revealCaller } from '@linli/contract';
import type { Actor } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { appendJournal } from '../../../platform/journal/index.ts';
import { actorWords } from '../actor-words.ts';
import type { CaseDeps } from '../deps.ts';
import { getLoadedCase } from '../load-case.ts';
import { maySeeCase } from '../policy.ts';
import { mayRevealCaller } from './may-reveal-caller.ts';

/** Callers a person may look up in a day before it looks like harvesting: as many as reporters (access/reveal.ts). */
const dailyReveals = 30;

/** A caller's name and phone in full. Who looked and why is kept, and that somebody looked is in the journal. */
export async function showCaller(
  db: Db,
  deps: CaseDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof revealCaller>; now: Date; requestId: string },
): Promise<OutputOf<typeof revealCaller>> {
  const { actor, input, now } = call;
  const { row, fold } = await getLoadedCase(db, input.caseId, 'read');
  const byId = actor.accountId ?? refuse('sign-in-needed');
  if (!maySeeCase(actor, row, fold.reporterIds.includes(byId))) refuse('not-found');
  if (!mayRevealCaller(actor, row)) refuse('not-allowed');
  const by = actorWords(actor, deps.directory.get(), row.path);
  return elevated(db, async () => {
    // One at a time per person: many at once would otherwise each see room for one more.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`reveal:${byId}`}, 0))`.execute(db);
    const made = await db
      .selectFrom('caller_reveal')
      .select((e) => e.fn.countAll<string>().as('n'))
      .where('by_account_id', '=', byId)
      .where('at', '>', new Date(now.getTime() - 86_400_000))
      .executeTakeFirstOrThrow();
    if (Number(made.n) >= dailyReveals) refuse('too-many-requests', { seconds: 3600 });
    const caller = await db
      .selectFrom('case_caller')
      .select(['id', 'name_encrypted', 'phone_encrypted', 'anonymous'])
      .where('id', '=', input.callerId)
      .where('case_id', '=', row.id)
      .executeTakeFirst();
    if (!caller || caller.anonymous) return refuse('caller-unknown');
    await db
      .insertInto('caller_reveal')
      .values({
        id: newId(),
        caller_id: caller.id,
        by_account_id: byId,
        by_words: by.words,
        reason: input.reason,
        at: now,
      })
      .execute();
    await appendJournal(db, [
      {
        at: now,
        kind: 'caller.revealed',
        noun: 'caller',
        nounId: caller.id,
        path: row.path,
        actorId: byId,
        requestId: call.requestId,
        data: { caseId: row.id },
      },
    ]);
    return {
      name: caller.name_encrypted ? deps.crypto.decrypt(caller.name_encrypted, 'caller.name') : '',
      phone: caller.phone_encrypted ? deps.crypto.decrypt(caller.phone_encrypted, 'caller.phone') : null,
    };
  });
}
