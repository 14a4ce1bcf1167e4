import { topicWeeks } from '@linli/contract';
import type { TopicMessage } from '@linli/domain';
import { sql } from 'kysely';
import type { Database, Db } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Catalogue } from '../cases/index.ts';
import type { PlaceIndex } from '../places/index.ts';
import type { RunSorting } from './learn-site.ts';

/** The newest of so many cases; a topic is of at least three; so many topics are kept. */
const mostCases = 6000;
const fewest = 3;
const mostTopics = 200;
const dayMs = 86_400_000;

interface CaseRow {
  id: string;
  type_code: string;
  title: string;
  words: string;
  address: string;
  area_id: string;
  reported_at: Date;
  reporter_count: number;
}

/** Groups a site's cases of the last weeks, for each window people may ask for, and replaces what was stored. Sealed matters are not in it. */
export async function groupTopics(
  database: Database,
  known: { places: PlaceIndex; catalogue: Catalogue },
  siteId: string,
  now: Date,
  run: RunSorting,
): Promise<void> {
  for (const weeks of topicWeeks) {
    const since = new Date(now.getTime() - weeks * 7 * dayMs);
    const rows = await database.asSystem((db) => findCases(db, siteId, since));
    const result = await run({ kind: 'topics', messages: rows.map((row) => messageOf(row, known)), fewest });
    if (result.kind !== 'topics') return;
    const { topics } = result;
    await database.asSystem(async (db) => {
      await db.deleteFrom('topic_run').where('site_id', '=', siteId).where('weeks', '=', weeks).execute();
      await db
        .insertInto('topic_run')
        .values({ site_id: siteId, weeks, computed_at: now, newest_case_at: rows[0]?.reported_at ?? null })
        .execute();
      for (const { ids, heat, placeWords } of topics.slice(0, mostTopics))
        await db
          .insertInto('topic')
          .values({ id: newId(), site_id: siteId, weeks, heat, case_ids: ids, place_words: placeWords })
          .execute();
    });
  }
}

async function findCases(db: Db, siteId: string, since: Date): Promise<CaseRow[]> {
  const { rows } =
    await sql<CaseRow>`select cases.id, cases.type_code, cases.title, cases.words, cases.address, cases.reported_at, cases.reporter_count,
      coalesce(cases.area4_id, cases.area3_id, cases.area2_id, cases.site_id) as area_id
    from cases where cases.site_id = ${siteId} and cases.reported_at > ${since} and cases.visibility <> 'sealed'
      and cases.state <> 'void'
    order by cases.reported_at desc, cases.id limit ${mostCases}`.execute(db);
  return rows;
}

/** The residential area counts as a place the message names: people at home do not write where they live; the kind as words of the title. */
function messageOf(row: CaseRow, { places, catalogue }: { places: PlaceIndex; catalogue: Catalogue }): TopicMessage {
  const area = places.chainOf(row.area_id)?.areas.find(({ level }) => level === 3)?.name ?? '';
  return {
    id: row.id,
    title: row.title,
    text: `${row.words} ${row.address}`,
    area,
    kind: catalogue.types.get(row.type_code)?.definition.name.zh ?? '',
    at: row.reported_at,
    endorsements: row.reporter_count - 1,
  };
}

/** Sites with cases newer than their topics, whose topics are also an hour old. */
export async function findStaleTopics(db: Db, siteIds: readonly string[], now: Date): Promise<string[]> {
  const { rows } = await sql<{
    site_id: string;
  }>`select sites.site_id from unnest(${siteIds}::uuid[]) as sites (site_id)
    left join lateral (select max(topic_run.newest_case_at) as newest, min(topic_run.computed_at) as computed, count(*) as windows
      from topic_run where topic_run.site_id = sites.site_id) as known on true
    where known.windows < ${topicWeeks.length} or (known.computed < ${new Date(now.getTime() - 3_540_000)} and (known.computed < ${new Date(now.getTime() - dayMs)}
      or exists (select from cases where cases.site_id = sites.site_id and cases.reported_at > coalesce(known.newest, '-infinity'))))`.execute(
    db,
  );
  return rows.map((row) => row.site_id);
}
