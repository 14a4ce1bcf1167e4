import type { MultiPolygon, Polygon } from 'geojson';
import { boundsOf } from '../../../ui/map/map-data.ts';
import type { LngLat } from '../../../ui/map/map-view-props.ts';

/** The middle of an area's box: near enough for a mark that must not say where exactly. */
export function areaMiddle(geometry: Polygon | MultiPolygon): LngLat | undefined {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const box = boundsOf(polygons.flatMap((rings) => rings[0] ?? []));
  return box && { lng: (box[0] + box[2]) / 2, lat: (box[1] + box[3]) / 2 };
}
