/**
 * Places: the area tree with every version it ever had, buildings, homes, scenery; a point becomes a micro-grid in memory.
 * Owns area, area_version, area_successor, building, home, scenery. Promises: a code is never reused, a past day is answered as
 * that day was. Never: moves posts or cases when an area ends; whoever owns them decides.
 */
export { areaPath } from './area-path.ts';
export { listBuildingAddresses } from './list-building-addresses.ts';
export { type BuildingAddress, listBuildings } from './list-buildings.ts';
export { loadPlaceIndex, type PlaceIndexData } from './load-place-index.ts';
export type { Located, PlaceIndex } from './place-index.ts';
export { placesRoutes } from './routes.ts';
export {
  insertAreas,
  insertBuildings,
  insertHomes,
  insertScenery,
  type NewArea,
  placesVersion,
} from './store.ts';
export { placesDueHandlers } from './take-effect.ts';

import './tables.ts';
