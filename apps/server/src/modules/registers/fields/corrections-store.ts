import type { Actor, FieldValue, RegisterField } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import type { RegisterDeps } from '../deps.ts';
import { postWords } from '../reader-words.ts';
import { type Doing, journalSubjects } from '../store/journal.ts';
import { secretContext } from '../store/secrets.ts';
import type { SubjectRow } from '../subject-row.ts';

/** A value as a correction keeps it: of sealed fields only the sealed bytes. */
export type KeptValue = { plain: FieldValue | null } | { sealed: string };

/** Asks whoever keeps a field; one at a time for a field. As the system. Refuses `correction-pending`. */
export async function insertCorrection(
  db: Db,
  deps: Pick<RegisterDeps, 'crypto' | 'directory'>,
  call: { row: SubjectRow; field: RegisterField; value: FieldValue | null; reason: string; actor: Actor; doing: Doing },
): Promise<string> {
  const { row, field, value, actor, doing } = call;
  const { rows: waiting } =
    await sql`select from correction where subject_id = ${row.id} and field = ${field.code} and state = 'open'`.execute(
      db,
    );
  if (waiting.length > 0) refuse('correction-pending');
  const id = newId();
  const kept: KeptValue =
    field.kind === 'secret' && value !== null
      ? { sealed: deps.crypto.encrypt(String(value), secretContext(field.code)).toString('base64') }
      : { plain: value };
  const by = postWords(actor, deps.directory.get(), row.path);
  await sql`insert into correction (id, subject_id, field, value, reason, owner, asked_by, asked_words, asked_at, path)
    values (${id}, ${row.id}, ${field.code}, ${JSON.stringify(kept)}::jsonb, ${call.reason}, ${field.owner}, ${actor.accountId},
      ${by.words}, ${doing.now}, ${row.path}::ltree)`.execute(db);
  await journalSubjects(db, doing, 'correction.asked', [
    { id: row.id, path: row.path, data: { correctionId: id, field: field.code, owner: field.owner } },
  ]);
  return id;
}

export function openKept(deps: Pick<RegisterDeps, 'crypto'>, field: string, kept: KeptValue): FieldValue | null {
  return 'sealed' in kept ? deps.crypto.decrypt(Buffer.from(kept.sealed, 'base64'), secretContext(field)) : kept.plain;
}
