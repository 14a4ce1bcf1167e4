import type { OutputOf, ParsedInputOf, tellPartner } from '@linli/contract';
import { type Actor, mayInArea } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import { partnerKinds } from './partner-kinds.ts';
import { holdsContact } from './policy.ts';

/** Words for the other side; they travel behind everything told before. */
export async function writeToPartner(
  db: Db,
  call: { actor: Actor; input: ParsedInputOf<typeof tellPartner>; now: Date; requestId: string },
): Promise<OutputOf<typeof tellPartner>> {
  const { actor, input, now } = call;
  const { rows } = await sql<{
    path: string;
    shared_id: string | null;
  }>`select cases.path::text, shared_case.id as shared_id
    from cases left join shared_case on shared_case.case_id = cases.id and shared_case.partner_id = ${input.partnerId}
    where cases.id = ${input.caseId}`.execute(db);
  const found = rows[0];
  if (!found || !mayInArea(actor, 'cases:desk', found.path)) return refuse('not-found');
  const sharedCaseId = found.shared_id ?? refuse('case-not-shared');
  if (holdsContact(input.words)) refuse('words-hold-contact');
  const id = newId();
  await elevated(db, async () => {
    await db
      .insertInto('shared_words')
      .values({ id, shared_case_id: sharedCaseId, origin: 'ours', words: input.words, said_at: now })
      .execute();
    await appendJournal(db, [
      {
        at: now,
        kind: partnerKinds.told,
        noun: 'shared-case',
        nounId: sharedCaseId,
        path: found.path,
        actorId: actor.accountId,
        requestId: call.requestId,
        data: { partnerId: input.partnerId, caseId: input.caseId, wordsId: id },
      },
    ]);
  });
  return { wordsId: id };
}
