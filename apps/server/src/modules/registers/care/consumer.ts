import { sql } from 'kysely';
import { type Clock, dayOf } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { VersionedCache } from '../../../platform/db/versioned-cache.ts';
import type { RecurringJob } from '../../../platform/jobs/worker.ts';
import type { Consumer, JournalRow } from '../../../platform/journal/index.ts';
import { applyCare, versionKey } from './apply-care.ts';
import type { CareRules } from './care-rules.ts';

const chunk = 4000;

/** The subjects a row of the journal speaks of: itself, or those of an import's part. */
function subjectsOf(row: JournalRow): readonly string[] {
  if (row.kind === 'subjects.imported' && Array.isArray(row.data.subjectIds)) return row.data.subjectIds.map(String);
  return row.noun === 'subject' && row.kind.startsWith('subject.') && row.noun_id ? [row.noun_id] : [];
}

/** Facts changed: whoever they are about, and whoever lives with them, is looked at again. Of an import nobody is told one by one. */
export function createCareConsumer(deps: { clock: Clock; care: VersionedCache<CareRules> }): Consumer {
  return {
    name: 'care',
    async handle(db, rows) {
      const isImport = (row: JournalRow) => row.kind === 'subjects.imported';
      await lookAgain(db, rows.filter(isImport).flatMap(subjectsOf), 'quiet');
      const changed = rows.filter((row) => !isImport(row));
      await lookAgain(db, changed.flatMap(subjectsOf), 'told');
    },
    async reset(db) {
      await sql`delete from care_sweep`.execute(db);
    },
  };

  async function lookAgain(db: Db, subjectIds: readonly string[], telling: 'told' | 'quiet'): Promise<void> {
    const ids = [...new Set(subjectIds)];
    if (ids.length === 0) return;
    const { rows: people } = await sql<{
      id: string;
    }>`select id from subject where id = any(${ids}::uuid[]) and noun = 'person'
      union select id from subject where household_id = any(${ids}::uuid[]) and noun = 'person'
      union select id from subject where home_id = any(${ids}::uuid[]) and noun = 'person'
      union select other.id from subject one join subject other on other.household_id = one.household_id and other.noun = 'person'
        where one.id = any(${ids}::uuid[]) and one.household_id is not null`.execute(db);
    const all = people.map(({ id }) => id);
    for (let from = 0; from < all.length; from += chunk)
      await applyCare(db, deps.care.get(), {
        personIds: all.slice(from, from + chunk),
        now: deps.clock.now(),
        telling,
      });
  }
}

/** Ages grow by the day and classes change with the packs: everybody is gone through once a day and whenever the classes are others. */
export function careJob(deps: { care: VersionedCache<CareRules> }): RecurringJob {
  return { name: 'care.sweep', everySeconds: 5, run: (db, now) => sweepCare(db, deps.care.get(), now) };
}

/** One chunk of one site's people. As the system. */
export async function sweepCare(db: Db, rules: CareRules, now: Date): Promise<void> {
  const [definitions, day] = [versionKey(rules), dayOf(now)];
  await sql`insert into care_sweep (site_id, definitions, day, after_id, done)
    select id, '', ${day}::date, null, false from area where parent_id is null
    on conflict (site_id) do nothing`.execute(db);
  // Another version or another day: from the start again. A version never read before tells nobody.
  await sql`update care_sweep set after_id = null, done = false, day = ${day}, definitions = case when definitions = ${definitions} then definitions else ${`new:${definitions}`} end
    where (definitions not in (${definitions}, ${`new:${definitions}`})) or day <> ${day}`.execute(db);
  const { rows } = await sql<{
    siteId: string;
    definitions: string;
    afterId: string | null;
  }>`select site_id as "siteId", definitions, after_id as "afterId"
    from care_sweep where not done order by site_id limit 1 for update skip locked`.execute(db);
  const sweep = rows[0];
  if (!sweep) return;
  const { rows: people } = await sql<{
    id: string;
  }>`select id from subject where site_id = ${sweep.siteId} and noun = 'person'
    and id > ${sweep.afterId ?? '00000000-0000-0000-0000-000000000000'}::uuid order by id limit ${chunk}`.execute(db);
  const isNew = sweep.definitions !== definitions;
  await applyCare(db, rules, { personIds: people.map(({ id }) => id), now, telling: isNew ? 'quiet' : 'told' });
  const done = people.length < chunk;
  await sql`update care_sweep set after_id = ${people.at(-1)?.id ?? sweep.afterId}, done = ${done},
      definitions = ${done ? definitions : sweep.definitions} where site_id = ${sweep.siteId}`.execute(db);
}
