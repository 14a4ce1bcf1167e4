import { sql } from 'kysely';
import { dayOf } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/db/database.ts';
import { type DueHandler, scheduleDue } from '../../../platform/jobs/due-work.ts';
import type { RecurringJob } from '../../../platform/jobs/worker.ts';
import type { Consumer } from '../../../platform/journal/index.ts';
import { followMerges } from './follow-merges.ts';
import { changedIn, subjectKinds } from './index/read-changes.ts';
import { readFacts } from './read-facts.ts';
import { settleTags } from './settle-tags.ts';
import { loadTags, type TagCatalogue } from './tag-catalogue.ts';

/** Subjects of one turn: a turn stays below a second, and a run that was cut off goes on where it was. */
const atOnce = 2000;
/** More than this of one row of the journal is work of its own. */
const inlineMost = 100;
const lookSeconds = 600;

/** Looks at every subject of a site, from the beginning. Replaces a run that is on its way. */
export async function startRun(db: Db, siteId: string, now: Date): Promise<void> {
  await scheduleDue(db, [{ kind: 'tags.run', key: siteId, at: now, data: { after: 0 } }]);
}

export const tagHandlers: Readonly<Record<string, DueHandler>> = {
  'tags.run': async (db, item, now) => {
    const siteId = item.key;
    const after = Number(item.data.after ?? 0);
    const today = dayOf(now);
    const which = sql`s.site_id = ${siteId} and s.ordinal > ${after}`;
    const subjects = await readFacts(db, { which, today, limit: atOnce, lock: true });
    await settleTags(db, subjects, { catalogue: await loadTags(db), today, now });
    const last = subjects.at(-1)?.ordinal;
    if (last !== undefined && subjects.length === atOnce)
      return scheduleDue(db, [{ kind: 'tags.run', key: siteId, at: now, data: { after: last } }]);
    await sql`insert into tag_run (site_id, day, finished_at) values (${siteId}, ${today}, ${now})
      on conflict (site_id) do update set day = excluded.day, finished_at = excluded.finished_at`.execute(db);
  },
  'tags.settle': async (db, item, now) => {
    const ids = Array.isArray(item.data.ids) ? item.data.ids.map(String) : [];
    await settleThese(db, ids, { catalogue: await loadTags(db), now });
  },
};

/** These subjects and those whose rules look at them: the household's people, the people and households of a home. */
async function findAround(db: Db, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`with given as (select id, noun, household_id from subject where id = any(${ids}::uuid[]))
    select id from given
    union select household_id from given where household_id is not null
    union select s.id from subject s join given g on s.household_id = g.id
    union select s.id from subject s join given g on s.household_id = g.household_id
    union select s.id from subject s join given g on s.home_id = g.id
    union select p.id from subject p join subject h on p.household_id = h.id join given g on h.home_id = g.id`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

async function settleThese(
  db: Db,
  ids: readonly string[],
  call: { catalogue: TagCatalogue; now: Date },
): Promise<void> {
  const today = dayOf(call.now);
  for (let at = 0; at < ids.length; at += atOnce) {
    const part = ids.slice(at, at + atOnce);
    const subjects = await readFacts(db, { which: sql`s.id = any(${part}::uuid[])`, today, limit: atOnce, lock: true });
    await settleTags(db, subjects, { catalogue: call.catalogue, today, now: call.now });
  }
}

/** What changed in the registers changes tags within the second; many at once are put in line as work of their own. */
export const tagsConsumer = (now: () => Date): Consumer => ({
  name: 'tags',
  batch: 500,
  async handle(db, rows) {
    const own = rows.filter((row) => subjectKinds.test(row.kind) && !row.kind.startsWith('tags.'));
    if (own.length === 0) return;
    await followMerges(db, own);
    const few = new Set<string>();
    const many = new Set<string>();
    for (const row of own) {
      const { ids } = changedIn([row]);
      for (const id of ids) (ids.length <= inlineMost ? few : many).add(id);
    }
    // Homes, households and people of an import stand in rows of their own and lead to each other: each is looked at once.
    if (many.size > 0) {
      const all = await findAround(db, [...many]);
      const first = own[0];
      for (let at = 0; at < all.length; at += atOnce) {
        const data = { ids: all.slice(at, at + atOnce) };
        await scheduleDue(db, [{ kind: 'tags.settle', key: `${first?.xid}.${first?.seq}.${at}`, at: now(), data }]);
      }
    }
    if (few.size > 0)
      await settleThese(db, await findAround(db, [...few]), { catalogue: await loadTags(db), now: now() });
  },
});

/** Once a day: birthdays, days that have passed, hand-set tags whose time is over. */
export const tagJobs: readonly RecurringJob[] = [
  {
    name: 'tags.daily',
    everySeconds: lookSeconds,
    run: async (db, now) => {
      const today = dayOf(now);
      await sql`update tag_hand set ended_at = ${now}, ended_words = '', ended_why = 'expired'
        where ended_at is null and until < ${today}`.execute(db);
      const { rows } = await sql<{ id: string }>`select a.id from area a left join tag_run r on r.site_id = a.id
        where a.level = 1 and (r.day is null or r.day < ${today})
          and not exists (select from due where due.kind = 'tags.run' and due.key = a.id::text)
          and exists (select from subject s where s.site_id = a.id)`.execute(db);
      for (const { id } of rows) await startRun(db, id, now);
    },
  },
];
