import { type Actor, type FieldAccess, fieldAccess, mayInArea, namesInFull, type RegisterField } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import type { SubjectRow } from './subject-row.ts';

/** What a reader is to a subject: it may be themselves, or the one they are guardian of. */
export interface Reader {
  actor: Actor;
  /** Subjects that are the reader, or in their care by guardianship. */
  own: ReadonlySet<string>;
}

export async function findReader(db: Db, actor: Actor): Promise<Reader> {
  if (actor.accountId === null) return { actor, own: new Set() };
  const { rows } = await sql<{
    id: string;
  }>`select subject_id as id from subject_account where account_id = ${actor.accountId}`.execute(db);
  return { actor, own: new Set(rows.map((row) => row.id)) };
}

/** The one table of fields for a reader: people see all that is kept of themselves, sealed numbers masked (PIPL art. 45). */
export function accessTo(
  reader: Reader,
  field: Pick<RegisterField, 'kind' | 'level'>,
  row: Pick<SubjectRow, 'id' | 'path'>,
): FieldAccess {
  const byPost = fieldAccess(reader.actor, field, row.path);
  if (byPost === 'full' || !reader.own.has(row.id)) return byPost;
  return field.kind === 'secret' ? 'masked' : 'full';
}

export function readsNameInFull(reader: Reader, row: Pick<SubjectRow, 'id' | 'path' | 'noun'>): boolean {
  const isPersonal = row.noun === 'person' || row.noun === 'household';
  return !isPersonal || reader.own.has(row.id) || namesInFull(reader.actor, row.path);
}

/** Reading by post: a resident's reach is only their own. Refuses as if it were not there. */
export function mustRead(reader: Reader, row: Pick<SubjectRow, 'id' | 'path'>): void {
  if (!mayInArea(reader.actor, 'registers:read', row.path) && !reader.own.has(row.id)) refuse('not-found');
}

/** Keeping the register of the place. Who only reads is told so, who does not reach it is told nothing. */
export function mustEdit(actor: Actor, row: Pick<SubjectRow, 'path'>): void {
  if (mayInArea(actor, 'registers:edit', row.path)) return;
  refuse(mayInArea(actor, 'registers:read', row.path) ? 'not-allowed' : 'not-found');
}

export function mustBeThere(row: Pick<SubjectRow, 'state'>): void {
  if (row.state !== 'active') refuse('subject-gone');
}

/** Paths an actor reaches with a permission by area, as text for ltree[]. */
export function pathsWith(
  actor: Actor,
  permission: 'registers:read' | 'registers:care' | 'registers:edit' | 'registers:reveal',
): string[] {
  return [...new Set(actor.scopes.map((scope) => scope.path).filter((path) => mayInArea(actor, permission, path)))];
}
