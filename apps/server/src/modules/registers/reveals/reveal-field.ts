import type { OutputOf, ParsedInputOf, revealField } from '@linli/contract';
import { findRegisterField } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { takeFromQuota } from '../../access/index.ts';
import type { RegisterCall, RegisterDeps } from '../deps.ts';
import { accessTo, findReader } from '../policy.ts';
import { postWords } from '../reader-words.ts';
import { journalSubjects } from '../store/journal.ts';
import { secretContext } from '../store/secrets.ts';
import { getSubjectRow } from '../subject-row.ts';

/** A sealed value in full. Who, why and when stands in the person's own list; one quota a day for all anybody is shown. */
export async function showField(
  db: Db,
  deps: RegisterDeps,
  call: RegisterCall<ParsedInputOf<typeof revealField>>,
): Promise<OutputOf<typeof revealField>> {
  const { actor, input, now } = call;
  const byId = actor.accountId ?? refuse('sign-in-needed');
  const row = await getSubjectRow(db, input.subjectId, 'read');
  const field = findRegisterField(row.noun, input.field);
  // By post alone: being the person oneself shows no more of a number than its ends.
  const access = field ? accessTo({ ...(await findReader(db, actor)), own: new Set() }, field, row) : 'hidden';
  if (!field || access !== 'masked') return refuse('not-found');
  const by = postWords(actor, deps.directory.get(), row.path);
  return elevated(db, async () => {
    const left = await takeFromQuota(db, byId, now);
    const { rows } = await sql<{ sealed: Buffer; kind: string }>`select sealed, kind from subject_secret
      where subject_id = ${row.id} and field = ${field.code}`.execute(db);
    const secret = rows[0] ?? refuse('not-found');
    await sql`insert into subject_reveal (id, subject_id, field, by_account_id, by_words, unit_words, post_id, reason, at)
      values (${newId()}, ${row.id}, ${field.code}, ${byId}, ${by.words}, ${by.unit}, ${by.postId}, ${input.reason}, ${now})`.execute(
      db,
    );
    await journalSubjects(db, { now, actorId: byId, requestId: call.requestId }, 'field.revealed', [
      { id: row.id, path: row.path, data: { field: field.code } },
    ]);
    return { value: deps.crypto.decrypt(secret.sealed, secretContext(field.code)), kind: secret.kind, left };
  });
}

/** One look at somebody, as `list-reveals-about-me` tells it. */
export interface SubjectReveal {
  at: Date;
  by: string;
  unit: string | null;
  reason: string;
  noun: string;
  nounId: string;
}

/** Who looked at the sealed fields of the persons this account is, or is guardian of. As the account itself. */
export async function findSubjectReveals(db: Db, accountId: string): Promise<SubjectReveal[]> {
  const { rows } =
    await sql<SubjectReveal>`select subject_reveal.at, subject_reveal.by_words as by, subject_reveal.unit_words as unit,
      subject_reveal.reason, 'subject' as noun, subject_reveal.subject_id as "nounId"
    from subject_reveal join subject_account on subject_account.subject_id = subject_reveal.subject_id
    where subject_account.account_id = ${accountId} order by subject_reveal.at desc limit 200`.execute(db);
  return rows;
}
