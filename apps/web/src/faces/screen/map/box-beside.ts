import { type Bounds, boundsOf, cornersOf } from '../../../ui/map/map-data.ts';
import type { AreaCollection } from '../../../ui/map/map-view-props.ts';

/** The choices and the legend stand on the left: so much of the width is kept free for them there. */
const LEFT_SHARE = 0.2;

/** What the map brings into view: the areas, with room beside them. */
export function boxBeside(areas: AreaCollection): Bounds | undefined {
  const box = boundsOf(cornersOf(areas));
  if (box === undefined) return undefined;
  const [west, south, east, north] = box;
  return [west - (east - west) * LEFT_SHARE, south, east, north];
}
