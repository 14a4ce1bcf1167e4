import { getProcedureFigures } from './get-procedure-figures.ts';
import { getScreen } from './get-screen.ts';
import { listHotSpots } from './list-hot-spots.ts';
import { listIndicators } from './list-indicators.ts';
import { listRisingPlaces } from './list-rising-places.ts';

export const measuresOperations = {
  getScreen,
  listHotSpots,
  listIndicators,
  getProcedureFigures,
  listRisingPlaces,
} as const;
