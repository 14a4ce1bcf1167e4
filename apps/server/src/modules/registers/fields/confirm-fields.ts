import type { confirmFields, OutputOf, ParsedInputOf } from '@linli/contract';
import { findRegisterField } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../../platform/db/database.ts';
import type { RegisterCall } from '../deps.ts';
import { accessTo, findReader, mustBeThere, mustEdit } from '../policy.ts';
import { journalSubjects } from '../store/journal.ts';
import { getSubjectRow } from '../subject-row.ts';

/** Values somebody asked about again and found true. Fields the actor may not see, without a value or not as read are passed over. */
export async function confirmValues(
  db: Db,
  call: RegisterCall<ParsedInputOf<typeof confirmFields>>,
): Promise<OutputOf<typeof confirmFields>> {
  const { actor, input, now } = call;
  const row = await getSubjectRow(db, input.subjectId, 'lock');
  mustEdit(actor, row);
  mustBeThere(row);
  const reader = await findReader(db, actor);
  const codes = input.fields.filter((code) => {
    const field = findRegisterField(row.noun, code);
    const was = input.was?.[code];
    const stands = was === undefined || was === row.fields[code];
    return field !== undefined && stands && accessTo(reader, field, row) === 'full';
  });
  return elevated(db, async () => {
    const { rows } = await sql<{ field: string }>`update fact set confirmed_at = ${now}
      where subject_id = ${row.id} and field = any(${codes}) and superseded_at is null returning field`.execute(db);
    const confirmed = rows.map(({ field }) => field).sort();
    const doing = { now, actorId: actor.accountId, requestId: call.requestId };
    if (confirmed.length > 0)
      await journalSubjects(db, doing, 'subject.confirmed', [
        { id: row.id, path: row.path, data: { fields: confirmed } },
      ]);
    return { confirmed };
  });
}
