import { type Actor, answersForOwner, mayInArea, mayInUnit } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../../platform/db/database.ts';
import type { Directory } from '../../org/index.ts';
import type { SubjectRow } from '../subject-row.ts';

type Asked = { readonly subjectId: string; readonly field: string; readonly owner: string };
type At = Pick<SubjectRow, 'siteId' | 'path'>;

/**
 * Whose answer a correction waits for. What a body has entered is answered by its unit of the site, and only by it; where the site has none, who
 * leads the place enters what the body said. What no other body has entered is the place's own matter.
 */
type AnswerOf = 'place' | 'unit' | 'relayed';

export function answerOf(directory: Directory, asked: Asked, at: At, isHeld: boolean): AnswerOf {
  if (!isHeld) return 'place';
  return unitsOf(directory, asked.owner, at).length > 0 ? 'unit' : 'relayed';
}

/** The units whose answer it waits for; none where the place answers. As the system. */
export async function answeringUnits(db: Db, directory: Directory, asked: Asked, at: At): Promise<string[]> {
  const held = await findHeld(db, [asked]);
  return held.has(heldKey(asked)) ? unitsOf(directory, asked.owner, at).map(({ id }) => id) : [];
}

export function mayAnswer(
  actor: Actor,
  directory: Directory,
  call: { asked: Asked; at: At; isHeld: boolean },
): boolean {
  const { asked, at } = call;
  if (answerOf(directory, asked, at, call.isHeld) !== 'unit')
    return mayInArea(actor, 'registers:edit', at.path) && mayInArea(actor, 'registers:care', at.path);
  return isOfOwner(actor, directory, asked.owner, at);
}

/** Leads a unit that answers for this body there. */
export function isOfOwner(actor: Actor, directory: Directory, owner: string, at: At): boolean {
  return unitsOf(directory, owner, at).some(({ id }) => mayInUnit(actor, 'forms:file', id));
}

function unitsOf(directory: Directory, owner: string, at: At) {
  return directory.unitsAt(at).filter(({ key }) => answersForOwner(key, owner));
}

/** Which of these the owner itself has entered; as `subject/field`. */
export async function findHeld(db: Db, asked: readonly Asked[]): Promise<ReadonlySet<string>> {
  if (asked.length === 0) return new Set();
  const ids = [...new Set(asked.map(({ subjectId }) => subjectId))];
  const { rows } = await elevated(db, () =>
    sql<{ at: string; source: string }>`select subject_id || '/' || field as at, source from fact
      where subject_id = any(${ids}::uuid[]) and superseded_at is null and source like 'department:%'
      union all select subject_id || '/' || field, source from subject_secret
      where subject_id = any(${ids}::uuid[]) and source like 'department:%'`.execute(db),
  );
  const sources = new Map(rows.map(({ at, source }) => [at, source]));
  return new Set(asked.filter((one) => sources.get(heldKey(one)) === `department:${one.owner}`).map(heldKey));
}

export function heldKey({ subjectId, field }: Asked): string {
  return `${subjectId}/${field}`;
}
