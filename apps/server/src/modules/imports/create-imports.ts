import {
  forgetAddressName,
  getImport,
  listImports,
  listMappings,
  listUnknownAddresses,
  nameAddress,
  proposeMapping,
  pushOrder,
  saveMapping,
  startImport,
  steerImport,
} from '@linli/contract';
import type { Actor } from '@linli/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Database, Db } from '../../platform/db/database.ts';
import { languageOf } from '../../platform/http/error-answer.ts';
import type { Router } from '../../platform/http/route.ts';
import type { DueHandler } from '../../platform/jobs/due-work.ts';
import type { RecurringJob } from '../../platform/jobs/worker.ts';
import { findUnknownAddresses } from './addresses/find-unknown-addresses.ts';
import { giveAddressName, takeBackAddressName } from './addresses/give-address-name.ts';
import type { ImportDeps } from './deps.ts';
import { importExportRoutes } from './export-routes.ts';
import { createFinderCache } from './finder-cache.ts';
import { loadPlaceFinder } from './place-finder.ts';
import { proposeFor } from './propose-mapping.ts';
import { takePushed } from './push-order.ts';
import { loadBuildingFinder } from './registers/building-finder.ts';
import { beginRun, keepMapping, steerRun } from './run-commands.ts';
import { findMappings, findRun, findRuns } from './run-queries.ts';
import { importStepHandler } from './steps.ts';
import { uploadRoute } from './upload-route.ts';

/** Rows of tables are kept so long for sending results back, then forgotten; the cases stay. */
const rowsKeptDays = 180;

export interface Imports {
  routes(
    router: Router,
    http: FastifyInstance,
    database: Database,
    actorOf: (request: FastifyRequest) => Promise<Actor>,
  ): void;
  /** Long work: in a loop of its own, so that deadlines do not wait for it. */
  handlers: Readonly<Record<string, DueHandler>>;
  jobs: readonly RecurringJob[];
}

export function createImports(given: Omit<ImportDeps, 'finders' | 'buildings'>): Imports {
  const deps: ImportDeps = {
    ...given,
    finders: createFinderCache(loadPlaceFinder),
    buildings: createFinderCache(loadBuildingFinder),
  };
  return {
    routes(router, http, database, actorOf) {
      router.route(proposeMapping, (db, call) => proposeFor(db, deps, call));
      router.route(saveMapping, (db, call) => keepMapping(db, deps, call));
      router.route(listMappings, (db, call) => findMappings(db, deps, call));
      router.route(startImport, (db, call) => beginRun(db, deps, call));
      router.route(steerImport, (db, call) => steerRun(db, deps, call));
      router.route(getImport, (db, call) => findRun(db, deps, { ...call, language: languageOf(call.request) }));
      router.route(listImports, (db, call) => findRuns(db, deps, call));
      router.route(listUnknownAddresses, (db, call) => findUnknownAddresses(db, deps, call));
      router.route(nameAddress, (db, call) => giveAddressName(db, deps, call));
      router.route(forgetAddressName, (db, call) => takeBackAddressName(db, call));
      router.route(pushOrder, (db, call) => takePushed(db, deps, { ...call, language: languageOf(call.request) }));
      uploadRoute(http, database, deps, actorOf);
      importExportRoutes(http, database, deps, actorOf);
    },
    handlers: { 'import.step': importStepHandler(deps) },
    jobs: [{ name: 'imports.forget', everySeconds: 86_400, run: forgetRows }],
  };
}

async function forgetRows(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - rowsKeptDays * 86_400_000);
  await db.deleteFrom('import_run').where('uploaded_at', '<', before).execute();
}
