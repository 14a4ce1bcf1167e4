import type { Clock } from '../../platform/clock.ts';
import { afterCommit, type Database, type Db } from '../../platform/db/database.ts';
import type { VersionedCache } from '../../platform/db/versioned-cache.ts';
import type { Router } from '../../platform/http/route.ts';
import type { RecurringJob } from '../../platform/jobs/worker.ts';
import type { Log } from '../../platform/log.ts';
import type { Catalogue } from '../cases/index.ts';
import type { Directory } from '../org/index.ts';
import type { PlaceIndex } from '../places/index.ts';
import { createEndpoint, type EndpointConfig } from './ask-endpoint.ts';
import { findStaleTopics, groupTopics } from './group-topics.ts';
import { learnSite } from './learn-site.ts';
import { sortingRoutes } from './routes.ts';
import { runSorting } from './run-sorting.ts';
import type { Sorting as Learned } from './site-sorting.ts';
import type { SortingTask } from './sorting-task.ts';

export interface SortingDeps {
  database: Database;
  clock: Clock;
  log: Log;
  catalogue: VersionedCache<Catalogue>;
  directory: VersionedCache<Directory>;
  places: VersionedCache<PlaceIndex>;
  learned: VersionedCache<Learned>;
  endpoint: EndpointConfig | null;
}
export interface Sorting {
  routes(router: Router): void;
  jobs: readonly RecurringJob[];
  /** Learns every site now; for a new site that need not wait for the night, and for tests. */
  learnNow(): Promise<void>;
  groupNow(): Promise<void>;
  close(): Promise<void>;
}

const lookSeconds = 1800;
const night = { from: 1, until: 5 };
const oldAfterHours = 20;
const fewestToBegin = 60;

/**
 * Learning by night and grouping by the hour. A job only looks whether work is due and lets a thread do it after its own transaction, so
 * that deadlines never wait for it; what a stopped process left undone is due again at the next look.
 */
export function createSorting(deps: SortingDeps): Sorting {
  const { database, clock, log, places, catalogue, learned } = deps;
  const stopping = new AbortController();
  const running = new Map<string, Promise<void>>();
  const run = (task: SortingTask) => runSorting(task, stopping.signal);
  const sites = () => places.get().sites();

  function inBackground(name: string, work: () => Promise<void>): void {
    if (running.has(name) || stopping.signal.aborted) return;
    const done = work()
      .catch((error: unknown) => {
        if (!stopping.signal.aborted)
          log.warn({ err: error, work: name }, 'sorting: background work failed, due again later');
      })
      .finally(() => running.delete(name));
    running.set(name, done);
  }
  async function learn(siteId: string): Promise<void> {
    await learnSite(database, siteId, clock.now(), run);
    await learned.refresh();
  }
  const group = (siteId: string) =>
    groupTopics(database, { places: places.get(), catalogue: catalogue.get() }, siteId, clock.now(), run);

  async function lookForLearning(db: Db, now: Date): Promise<void> {
    for (const { id } of sites())
      if (await isLearningDue(db, id, now)) afterCommit(db, () => inBackground(`learn ${id}`, () => learn(id)));
  }
  async function lookForTopics(db: Db, now: Date): Promise<void> {
    const stale = await findStaleTopics(
      db,
      sites().map((site) => site.id),
      now,
    );
    for (const id of stale) afterCommit(db, () => inBackground(`topics ${id}`, () => group(id)));
  }
  async function each(work: (siteId: string) => Promise<void>): Promise<void> {
    for (const { id } of sites()) await work(id);
  }

  return {
    routes: (router) => sortingRoutes(router, { ...deps, ask: createEndpoint(deps.endpoint, log) }),
    jobs: [
      { name: 'sorting.learn', everySeconds: lookSeconds, run: lookForLearning },
      { name: 'sorting.topics', everySeconds: lookSeconds, run: lookForTopics },
    ],
    learnNow: () => each(learn),
    groupNow: () => each(group),
    async close() {
      stopping.abort();
      await Promise.all(running.values());
    },
  };
}

/** By night when yesterday's is old; at once when there is nothing yet and enough to begin with. */
async function isLearningDue(db: Db, siteId: string, now: Date): Promise<boolean> {
  const before = await db
    .selectFrom('sorting_model')
    .select(['trained_at', 'cases'])
    .where('site_id', '=', siteId)
    .executeTakeFirst();
  const hour = Number(now.toLocaleString('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', hourCycle: 'h23' }));
  const ageHours = before ? (now.getTime() - before.trained_at.getTime()) / 3_600_000 : Infinity;
  if (hour >= night.from && hour < night.until && ageHours > oldAfterHours) return true;
  if (before && before.cases > 0) return false;
  if (ageHours < 1) return false;
  const closed = await db
    .selectFrom('cases')
    .select('id')
    .where('site_id', '=', siteId)
    .where('state', '=', 'closed')
    .limit(fewestToBegin)
    .execute();
  return closed.length >= fewestToBegin;
}
