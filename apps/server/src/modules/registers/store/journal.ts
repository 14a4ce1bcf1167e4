import type { Db } from '../../../platform/db/database.ts';
import { appendJournal } from '../../../platform/journal/index.ts';
import type { ChangedSubject } from './facts.ts';

/** Who did it, when, in which request. */
export interface Doing {
  now: Date;
  actorId: string | null;
  requestId: string | null;
}

/** One journal row for each subject: ids, codes and days in `data`, never values or names. */
export async function journalSubjects(
  db: Db,
  doing: Doing,
  kind: string,
  subjects: readonly { id: string; path: string; data?: Record<string, unknown> }[],
): Promise<void> {
  await appendJournal(
    db,
    subjects.map(({ id, path, data }) => ({
      at: doing.now,
      kind,
      noun: 'subject',
      nounId: id,
      path,
      actorId: doing.actorId,
      requestId: doing.requestId,
      data: data ?? {},
    })),
  );
}

/** `subject.changed` for each, with the codes of the fields. */
export async function journalChanges(db: Db, doing: Doing, changed: readonly ChangedSubject[]): Promise<void> {
  await journalSubjects(
    db,
    doing,
    'subject.changed',
    changed.map(({ subjectId, path, fields }) => ({ id: subjectId, path, data: { fields } })),
  );
}
