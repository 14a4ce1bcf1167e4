import type { Day } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { appendJournal } from '../../../platform/journal/index.ts';
import { type SubjectFacts, tagsOf } from './read-facts.ts';
import type { TagCatalogue } from './tag-catalogue.ts';

/** Brings the tags of these subjects to what their facts say today; they must be locked. Answers how many changed. */
export async function settleTags(
  db: Db,
  subjects: readonly SubjectFacts[],
  call: { catalogue: TagCatalogue; today: Day; now: Date },
): Promise<number> {
  const changed = subjects.flatMap((subject) => {
    const tags = tagsOf(subject, call.catalogue.inForce(subject.siteId), call.today);
    const isSame = tags.length === subject.tags.length && tags.every((tag, i) => tag === subject.tags[i]);
    return isSame
      ? []
      : [{ id: subject.id, ordinal: subject.ordinal, siteId: subject.siteId, path: subject.path, tags }];
  });
  if (changed.length === 0) return 0;
  const rows = changed.map(({ id, tags }) => ({ id, tags }));
  await sql`update subject set tags = r.tags from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, tags integer[])
    where subject.id = r.id`.execute(db);
  for (const siteId of new Set(changed.map((each) => each.siteId))) {
    const own = changed.filter((each) => each.siteId === siteId);
    await appendJournal(db, [
      {
        at: call.now,
        kind: 'tags.changed',
        noun: 'area',
        nounId: siteId,
        path: own[0]?.path.split('.')[0] ?? '',
        actorId: null,
        requestId: null,
        data: { ordinals: own.map(({ ordinal }) => ordinal) },
      },
    ]);
  }
  return changed.length;
}
