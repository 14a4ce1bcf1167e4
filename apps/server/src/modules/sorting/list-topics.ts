import type { listTopics, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, mayInArea, topicHeat } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { RouteDeps } from './deps.ts';
import { siteFor } from './site-for.ts';

type Topic = OutputOf<typeof listTopics>['topics'][number];

interface Stored {
  id: string;
  case_ids: string[];
  place_words: string[];
}
interface Seen {
  id: string;
  title: string;
  words: string;
  address: string;
  path: string;
  is_open: boolean;
  reported_at: Date;
  reporter_count: number;
}

const fewest = 3;
const mostShown = 60;
const mostIds = 200;

/**
 * The topics of a window, each counted again from those of its cases that the reader may see and has in their area: its size, heat, days,
 * title and words of places never tell of a case the reader may not know.
 */
export async function findTopicsFor(
  db: Db,
  deps: RouteDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof listTopics> },
): Promise<OutputOf<typeof listTopics>> {
  const { actor, input } = call;
  const site = siteFor(actor, deps.places.get());
  if (!site) return { computedAt: null, topics: [] };
  const run = await db
    .selectFrom('topic_run')
    .select('computed_at')
    .where('site_id', '=', site.id)
    .where('weeks', '=', input.weeks)
    .executeTakeFirst();
  const stored = await db
    .selectFrom('topic')
    .select(['id', 'case_ids', 'place_words'])
    .where('site_id', '=', site.id)
    .where('weeks', '=', input.weeks)
    .orderBy('heat', 'desc')
    .orderBy('id')
    .execute();
  const seen = await findSeen(db, actor, stored);
  const topics = stored
    .flatMap((topic) => shown(topic, seen) ?? [])
    .sort((a, b) => b.heat - a.heat || (a.id < b.id ? -1 : 1));
  return { computedAt: run?.computed_at.toISOString() ?? null, topics: topics.slice(0, mostShown) };
}

async function findSeen(db: Db, actor: Actor, stored: readonly Stored[]): Promise<Map<string, Seen>> {
  const ids = stored.flatMap((topic) => topic.case_ids);
  const { rows } =
    await sql<Seen>`select cases.id, cases.title, cases.words, cases.address, cases.path::text as path, cases.is_open,
      cases.reported_at, cases.reporter_count
    from cases where cases.id = any(${ids}::uuid[]) and cases.visibility <> 'sealed' and cases.state <> 'void'`.execute(
      db,
    );
  return new Map(rows.filter((row) => mayInArea(actor, 'cases:supervise', row.path)).map((row) => [row.id, row]));
}

function shown(topic: Stored, seen: ReadonlyMap<string, Seen>): Topic | undefined {
  const own = topic.case_ids.flatMap((id) => seen.get(id) ?? []);
  const [central] = own;
  if (!central || own.length < fewest) return undefined;
  const times = own.map((one) => one.reported_at.getTime());
  const said = own.map((one) => `${one.title} ${one.words} ${one.address}`.toLowerCase());
  return {
    id: topic.id,
    heat: topicHeat(own.map((one) => ({ at: one.reported_at, endorsements: one.reporter_count - 1 }))),
    title: central.title,
    placeWords: topic.place_words.filter((word) => said.some((words) => words.includes(word))),
    firstAt: new Date(Math.min(...times)).toISOString(),
    latestAt: new Date(Math.max(...times)).toISOString(),
    size: own.length,
    open: own.filter((one) => one.is_open).length,
    caseIds: own.slice(0, mostIds).map((one) => one.id),
  };
}
