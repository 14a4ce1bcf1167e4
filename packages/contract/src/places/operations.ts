import { checkAreas } from './check-areas.ts';
import { getArea } from './get-area.ts';
import { getAreaTree } from './get-area-tree.ts';
import { getMap } from './get-map.ts';
import { importAreas } from './import-areas.ts';
import { importDivisions } from './import-divisions.ts';
import { importPlaceList } from './import-place-list.ts';
import { listAreaGroups } from './list-area-groups.ts';
import { locatePoint } from './locate-point.ts';
import { mergeAreas } from './merge-areas.ts';
import { redrawAreas } from './redraw-areas.ts';
import { saveAreaGroup } from './save-area-group.ts';
import { searchAddresses } from './search-addresses.ts';
import { setPopulation } from './set-population.ts';
import { splitArea } from './split-area.ts';

export const placesOperations = {
  checkAreas,
  getArea,
  getAreaTree,
  getMap,
  importAreas,
  importDivisions,
  importPlaceList,
  locatePoint,
  mergeAreas,
  redrawAreas,
  setPopulation,
  searchAddresses,
  listAreaGroups,
  saveAreaGroup,
  splitArea,
} as const;
