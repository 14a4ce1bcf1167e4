import { fileURLToPath } from 'node:url';
import type { Actor, Pack } from '@linli/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { accessJobs, accessRoutes, createSessionReader } from './modules/access/index.ts';
import {
  caseClockHandler,
  caseFileRoute,
  caseLiveView,
  caseRoutes,
  catalogueVersion,
  createIntake,
  documentRoute,
  exportRoute,
  fileRoutes,
  findCasesAt,
  loadCatalogue,
  readPacks,
  searchIndexJob,
  storeKnownHolidays,
  storePacks,
  takeOverCase,
} from './modules/cases/index.ts';
import { createForms, findPullsOfMe } from './modules/forms/index.ts';
import { createImports } from './modules/imports/index.ts';
import { hotSpotsConsumer, measuresConsumer, measuresRoutes } from './modules/measures/index.ts';
import { createNotices } from './modules/notices/index.ts';
import { loadDirectory, orgRoutes, orgVersion } from './modules/org/index.ts';
import { createPartners, isSharedCase } from './modules/partners/index.ts';
import { loadPlaceIndex, placesDueHandlers, placesRoutes, placesVersion } from './modules/places/index.ts';
import { createPrivacy } from './modules/privacy/index.ts';
import {
  createRegisters,
  createTags,
  loadCareRules,
  loadTags,
  storePackTags,
  type TagIndex,
  tagsVersion,
} from './modules/registers/index.ts';
import { createSorting, loadSorting, type Sorting, sortingVersion } from './modules/sorting/index.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { type Crypto, type DataKeys, dataKeysVersion } from './platform/crypto/index.ts';
import { createDatabase, type Database } from './platform/db/database.ts';
import { migrate } from './platform/db/migrate.ts';
import { createCaches } from './platform/db/versioned-cache.ts';
import { type Files, sweepFilesHandlers, sweepFilesJob } from './platform/files/index.ts';
import { docsRoutes } from './platform/http/docs-page.ts';
import { healthRoutes } from './platform/http/health.ts';
import { liveRoute } from './platform/http/live-route.ts';
import { openApi } from './platform/http/openapi.ts';
import { createRateLimit } from './platform/http/rate-limit.ts';
import { createRouter } from './platform/http/route.ts';
import { createHttp } from './platform/http/server.ts';
import type { DueHandler } from './platform/jobs/due-work.ts';
import { forgetRequestsJob } from './platform/jobs/forget-requests.ts';
import { createWorker, type RecurringJob, type Worker } from './platform/jobs/worker.ts';
import { type Consumer, createLiveFeed, refuseForeignJournal, sealJournal } from './platform/journal/index.ts';
import type { Log } from './platform/log.ts';

const root = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

export interface AppDeps {
  config: Config;
  log: Log;
  clock: Clock;
  crypto: Crypto;
  /** The keys `crypto` works with: opened once the tables are there. */
  dataKeys: DataKeys;
  files: Files;
  /** Actors' transactions. */
  pool: pg.Pool;
  /** The product's own hot writes: acts as the system, plans fixed for small tables (docs/decisions/0004). */
  intakePool: pg.Pool;
  /** Fills an empty database before anything is read; only in demonstration mode. */
  seed?: ((deps: SeedDeps) => Promise<void>) | undefined;
  strict?: boolean;
}
export type SeedDeps = Pick<AppDeps, 'crypto' | 'files' | 'clock' | 'log'> & {
  database: Database;
  packs: readonly Pack[];
};

export interface App {
  http: FastifyInstance;
  database: Database;
  worker: Worker;
  consumers: readonly Consumer[];
  dueHandlers: Readonly<Record<string, DueHandler>>;
  /** Long work by the loop it runs in. */
  slowLoops: Readonly<Record<string, Readonly<Record<string, DueHandler>>>>;
  /** Tags in the memory of this process; begins to load when started or first asked. */
  tagIndex: TagIndex;
  /** Learning and grouping at once, instead of at their hour. */
  sorting: Pick<Sorting, 'learnNow' | 'groupNow'>;
  /** Loads places, directory and catalogue again at once. */
  refreshCaches(): Promise<void>;
  close(): Promise<void>;
}

/** The modules and their wiring: the only place that knows them all. */
export async function createApp(deps: AppDeps): Promise<App> {
  const { config, log, clock, crypto, files, pool, intakePool } = deps;
  await migrate(pool, root('db/migrations'));
  const database = createDatabase(pool, { guarded: deps.strict ?? false });
  await deps.dataKeys.open(database);
  await refuseForeignJournal(database);
  const packs = await readPacks(root('packs'));
  const year = clock.now().getUTCFullYear();
  await database.asSystem(async (db) => {
    await storePacks(db, packs, clock.now());
    await storeKnownHolidays(db, [year - 1, year, year + 1], clock.now());
  });
  await deps.seed?.({ database, crypto, files, clock, log, packs });
  await database.asSystem((db) => storePackTags(db, packs, clock.now()));

  const caches = createCaches(database, log);
  const places = caches.define(placesVersion, (db) => loadPlaceIndex(db, clock));
  const directory = caches.define(orgVersion, loadDirectory);
  // Types of cases and care classes come from the same packs and change together.
  const ofPacks = caches.define(catalogueVersion, async (db) => ({
    catalogue: await loadCatalogue(db),
    care: await loadCareRules(db),
  }));
  const catalogue = { get: () => ofPacks.get().catalogue, refresh: () => ofPacks.refresh() };
  const care = { get: () => ofPacks.get().care, refresh: () => ofPacks.refresh() };
  const learned = caches.define(sortingVersion, loadSorting);
  const tagCatalogue = caches.define(tagsVersion, loadTags);
  caches.define(dataKeysVersion, (db) => deps.dataKeys.read(db));
  await caches.start();

  const http = createHttp({ config, log });
  const sites = () => places.get().sites();
  const sessions = createSessionReader({
    database,
    clock,
    crypto,
    directory,
    sitePaths: () => sites().map((site) => site.path),
  });
  const actorOf = (request: FastifyRequest): Promise<Actor> => sessions.actorOf(request);
  const router = createRouter({ http, database, clock, actorOf, strict: deps.strict ?? false });
  const caseDeps = { clock, crypto, catalogue, directory, places, isShared: isSharedCase };
  const intake = createIntake(intakePool);
  const notices = createNotices({ database, clock, log, crypto, directory, sms: config.sms, demo: config.demo });
  const imports = createImports({ ...caseDeps, demo: config.demo });
  const partners = createPartners({
    database,
    clock,
    log,
    crypto,
    places,
    takeOver: (call) => takeOverCase(database, caseDeps, intake, call),
    publicUrl: config.publicUrl,
    networks: config.partnerNetworks,
  });
  const registers = createRegisters({
    clock,
    crypto,
    places,
    directory,
    care,
    ports: {
      casesAt: (db, actor, place) =>
        findCasesAt(db, actor, { catalogue: catalogue.get(), places: places.get() }, place),
    },
  });
  const tags = createTags({ database, pool, clock, log, places, directory, tags: tagCatalogue });
  const forms = createForms({ clock, crypto, places, directory });
  const privacy = createPrivacy({
    clock,
    crypto,
    files,
    places,
    directory,
    tags: tagCatalogue,
    care,
    holidays: () => catalogue.get().holidays,
  });
  const live = createLiveFeed({
    database,
    clock,
    log,
    view: (actor, row) => (row.noun === 'case' ? caseLiveView(actor, row) : null),
  });
  const sorting = createSorting({ database, clock, log, catalogue, directory, places, learned, endpoint: config.llm });
  let ready = true;

  placesRoutes(router, { clock, places });
  orgRoutes(router, { directory, places, deskPhone: config.deskPhone });
  accessRoutes(router, {
    database,
    crypto,
    clock,
    demo: config.demo,
    sessions,
    directory,
    sites,
    tileUrl: config.tileUrl,
    deskPhone: config.deskPhone,
    sendCode: notices.sendCode,
    otherReveals: async (db, accountId) => [
      ...(await registers.reveals(db, accountId)),
      ...(await findPullsOfMe(db, accountId)),
    ],
  });
  const strangers = createRateLimit(clock, { most: 30, windowSeconds: 3600 });
  caseRoutes(router, database, caseDeps, intake, { strangers, sendInvitation: notices.sendInvitation });
  notices.routes(router);
  partners.routes(router, http);
  imports.routes(router, http, database, actorOf);
  registers.routes(router, http, database, actorOf);
  tags.routes(router, http, actorOf);
  forms.routes(router, http, database, actorOf);
  privacy.routes(router, http, database, actorOf);
  sorting.routes(router);
  measuresRoutes(router, { clock, places, directory });
  fileRoutes(http, { database, clock, files, actorOf });
  exportRoute(http, database, clock, caseDeps, actorOf);
  documentRoute(http, { database, clock, files, cases: caseDeps, actorOf });
  caseFileRoute(http, { database, clock, files, cases: caseDeps, actorOf });
  healthRoutes(http, database, () => ready);
  const url = config.publicUrl ?? `http://${config.host}:${config.port}`;
  http.get('/api/openapi.json', () => openApi(router.registered(), url));
  docsRoutes(http, () => router.registered());
  liveRoute(http, live, actorOf);

  const jobs: readonly RecurringJob[] = [
    ...accessJobs,
    ...sorting.jobs,
    ...partners.jobs,
    ...imports.jobs,
    ...registers.jobs,
    ...privacy.jobs,
    ...tags.jobs,
    ...forms.jobs,
    searchIndexJob,
    { name: 'journal.seal', everySeconds: 60, run: async (db) => void (await sealJournal(db, clock)) },
    forgetRequestsJob,
    sweepFilesJob,
  ];
  const consumers = [
    measuresConsumer,
    hotSpotsConsumer,
    registers.consumer,
    tags.consumer,
    notices.consumer,
    partners.consumer,
  ];
  const dueHandlers = {
    'case.clock': caseClockHandler(caseDeps),
    ...placesDueHandlers,
    ...privacy.dueHandlers,
  };
  // A silent gateway, another site's server, a long table: none keeps a deadline waiting, nor one the other.
  const slowLoops = {
    notices: notices.slowHandlers,
    partners: partners.handlers,
    files: sweepFilesHandlers({ database, files, log }),
    tables: { ...forms.handlers, ...imports.handlers, ...tags.slowHandlers },
  };
  const worker = createWorker({
    database,
    clock,
    log,
    consumers,
    jobs,
    handlers: dueHandlers,
    slowHandlers: slowLoops,
  });

  return {
    http,
    database,
    worker,
    consumers,
    slowLoops,
    dueHandlers: Object.assign({}, dueHandlers, ...Object.values(slowLoops)),
    tagIndex: tags.index,
    sorting,
    async refreshCaches() {
      for (const cache of [places, directory, catalogue, care, tagCatalogue]) await cache.refresh();
    },
    async close() {
      ready = false;
      await live.close();
      await http.close();
      await worker.stop();
      await sorting.close();
      await tags.close();
      await intake.close();
      caches.close();
      await database.close();
      await intakePool.end();
    },
  };
}
