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
import { answeringUnits } from './answer-rights.ts';

/** A value as a correction keeps it: of sealed fields only the sealed bytes. */
export type KeptValue = { plain: FieldValue | null } | { sealed: string };

/**
 * Asks whoever keeps a field; one at a time for a field. `whenOpen`: what becomes of one that waits already: `refuse` answers
 * `correction-pending`; `replace` (the privacy desk passes on what a person asked for) leaves it where it asks the same, else it is over and
 * says by which. As the system, on a locked subject. Answers the id of the one that waits now.
 */
export async function insertCorrection(
  db: Db,
  deps: Pick<RegisterDeps, 'crypto' | 'directory'>,
  call: {
    row: SubjectRow;
    field: RegisterField;
    value: FieldValue | null;
    reason: string;
    actor: Actor;
    doing: Doing;
    whenOpen?: 'refuse' | 'replace';
  },
): Promise<string> {
  const { row, field, value, actor, doing } = call;
  const { rows: waiting } = await sql<{ id: string; value: KeptValue }>`select id, value from correction
    where subject_id = ${row.id} and field = ${field.code} and state = 'open'`.execute(db);
  const [open] = waiting;
  const by = postWords(actor, deps.directory.get(), row.path);
  if (open) {
    if (call.whenOpen !== 'replace') refuse('correction-pending');
    if (openKept(deps, field.code, open.value) === value) return open.id;
    await endOpen(db, { row, field: field.code, by: by.words, reason: call.reason, doing });
  }
  const id = newId();
  const kept: KeptValue =
    field.kind === 'secret' && value !== null
      ? { sealed: deps.crypto.encrypt(String(value), secretContext(field.code)).toString('base64') }
      : { plain: value };
  await sql`insert into correction (id, subject_id, field, value, reason, owner, asked_by, asked_words, asked_at, path)
    values (${id}, ${row.id}, ${field.code}, ${JSON.stringify(kept)}::jsonb, ${call.reason}, ${field.owner}, ${actor.accountId},
      ${by.words}, ${doing.now}, ${row.path}::ltree)`.execute(db);
  const asked = { subjectId: row.id, field: field.code, owner: field.owner };
  const unitIds = await answeringUnits(db, deps.directory.get(), asked, row);
  await journalSubjects(db, doing, 'correction.asked', [
    { id: row.id, path: row.path, data: { correctionId: id, field: field.code, owner: field.owner, unitIds } },
  ]);
  return id;
}

/** Those that wait are over without a decision: another one takes their place. */
async function endOpen(
  db: Db,
  call: { row: SubjectRow; field: string; by: string; reason: string; doing: Doing },
): Promise<void> {
  const { row, field, doing } = call;
  const { rows } = await sql<{
    id: string;
    asked_by: string;
  }>`update correction set state = 'refused', decided_by = ${doing.actorId},
      decided_words = ${call.by}, decided_at = ${doing.now}, answer = ${call.reason}
    where subject_id = ${row.id} and field = ${field} and state = 'open' returning id, asked_by`.execute(db);
  await journalSubjects(
    db,
    doing,
    'correction.decided',
    rows.map(({ id, asked_by }) => ({
      id: row.id,
      path: row.path,
      data: { correctionId: id, field, state: 'refused', replaced: true, accountId: asked_by },
    })),
  );
}

/**
 * What was asked about fields whose values are gone goes with them: a correction holds the value too. As the system. Answers the ids and
 * fields, for the proof.
 */
export async function dropCorrections(
  db: Db,
  subjectId: string,
  fields: readonly string[],
): Promise<{ id: string; field: string }[]> {
  if (fields.length === 0) return [];
  const { rows } = await sql<{ id: string; field: string }>`delete from correction
    where subject_id = ${subjectId} and field = any(${[...fields]}) returning id::text as id, field`.execute(db);
  return rows;
}

export function openKept(deps: Pick<RegisterDeps, 'crypto'>, field: string, kept: KeptValue): FieldValue | null {
  return 'sealed' in kept ? deps.crypto.decrypt(Buffer.from(kept.sealed, 'base64'), secretContext(field)) : kept.plain;
}
