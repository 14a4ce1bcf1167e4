import { getScreen, listHotSpots, listIndicators } from '@linli/contract';
import type { Router } from '../../platform/http/route.ts';
import { findScreen } from './get-screen.ts';
import { findSpots } from './list-hot-spots.ts';
import { findIndicators } from './list-indicators.ts';
import type { MeasuresDeps } from './scope.ts';

export function measuresRoutes(router: Router, deps: MeasuresDeps): void {
  router.route(getScreen, (db, call) => findScreen(db, deps, call));
  router.route(listHotSpots, (db, call) => findSpots(db, deps, call));
  router.route(listIndicators, (db, call) => findIndicators(db, deps, call));
}
