import * as contract from '@linli/contract';
import type { Router } from '../../platform/http/route.ts';
import type { RouteDeps } from './deps.ts';
import { findSame } from './find-same-matter.ts';
import { reportOf } from './get-report.ts';
import { findTopicsFor } from './list-topics.ts';
import { saveSettings } from './save-settings.ts';
import { suggestFor } from './suggest-type.ts';

/** Contract operation → query or command. Suggesting opens no transaction: it is asked while people type, and may wait for an endpoint. */
export function sortingRoutes(router: Router, deps: RouteDeps): void {
  router.routeOuter(contract.suggestType, (_database, call) => suggestFor(deps, call));
  router.route(contract.getSortingReport, async (_db, { actor }) => reportOf(deps, actor));
  router.route(contract.saveSortingSettings, (db, call) => saveSettings(db, deps, call));
  router.route(contract.findSameMatter, (db, call) => findSame(db, deps, call));
  router.route(contract.listTopics, (db, call) => findTopicsFor(db, deps, call));
}
