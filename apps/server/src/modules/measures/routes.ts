import { getProcedureFigures, getScreen, listHotSpots, listIndicators, listRisingPlaces } from '@linli/contract';
import type { Router } from '../../platform/http/route.ts';
import { findProcedureFigures } from './get-procedure-figures.ts';
import { findScreen } from './get-screen.ts';
import { findSpots } from './list-hot-spots.ts';
import { findIndicators } from './list-indicators.ts';
import { findRisingPlaces } from './list-rising-places.ts';
import type { MeasuresDeps } from './scope.ts';

export function measuresRoutes(router: Router, deps: MeasuresDeps): void {
  router.route(getScreen, (db, call) => findScreen(db, deps, call));
  router.route(listHotSpots, (db, call) => findSpots(db, deps, call));
  router.route(listIndicators, (db, call) => findIndicators(db, deps, call));
  router.route(getProcedureFigures, (db, call) => findProcedureFigures(db, deps, call));
  router.route(listRisingPlaces, (db, call) => findRisingPlaces(db, deps, call));
}
