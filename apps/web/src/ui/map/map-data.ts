import type { Feature, FeatureCollection, MultiPolygon, Point, Polygon, Position } from 'geojson';
import type { AreaCollection, MapPoint } from './map-view-props.ts';

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number];

/** The box around all positions, or undefined for none. */
export function boundsOf(positions: Iterable<readonly number[]>): Bounds | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lng = Number.NaN, lat = Number.NaN] of positions) {
    west = Math.min(west, lng);
    south = Math.min(south, lat);
    east = Math.max(east, lng);
    north = Math.max(north, lat);
  }
  return west <= east && south <= north ? [west, south, east, north] : undefined;
}

/** All outer-ring corners of all areas. */
export function* cornersOf(areas: AreaCollection): Iterable<Position> {
  for (const area of areas.features) {
    for (const polygon of polygonsOf(area.geometry)) yield* polygon[0] ?? [];
  }
}

/** The box around the areas named, or undefined where none of them has a shape. */
export function boundsOfAreas(areas: AreaCollection | undefined, ids: ReadonlySet<string>): Bounds | undefined {
  const features = areas?.features.filter(({ properties }) => ids.has(properties.id)) ?? [];
  return boundsOf(cornersOf({ type: 'FeatureCollection', features }));
}

/** One point to an area for its name: the middle of its largest part. (Polygon labels repeat at every tile.) */
export function namePointsOf(areas: AreaCollection): FeatureCollection<Point, { name: string; size: number }> {
  return {
    type: 'FeatureCollection',
    features: areas.features.flatMap((area): Feature<Point, { name: string; size: number }>[] => {
      const rings = polygonsOf(area.geometry).map((polygon) => middleOf(polygon[0] ?? []));
      const largest = rings.sort((a, b) => b.size - a.size)[0];
      if (largest === undefined) return [];
      const { name } = area.properties;
      return [
        {
          type: 'Feature',
          geometry: { type: 'Point', coordinates: largest.at },
          properties: { name, size: largest.size },
        },
      ];
    }),
  };
}

/** Points as the style's source wants them. */
export function pointFeatures(points: readonly MapPoint[]): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: points.map(({ id, kind, label, lng, lat }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lng, lat] },
      properties: { id, kind, label: label ?? '' },
    })),
  };
}

/** All words that areas put on the map, to fetch their font. */
export function wordsOfAreas(areas: AreaCollection | undefined): string {
  return areas?.features.map((area) => area.properties.name).join('') ?? '';
}

/** The same for points. */
export function wordsOfPoints(points: readonly MapPoint[] | undefined): string {
  return points?.map((point) => point.label ?? '').join('') ?? '';
}

function polygonsOf(geometry: Polygon | MultiPolygon): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** Area-weighted middle of a ring and the ring's size, by the shoelace formula; degrees are flat enough for a street. */
function middleOf(ring: readonly Position[]): { at: [number, number]; size: number } {
  const [originX = 0, originY = 0] = ring[0] ?? [];
  let [twice, x, y] = [0, 0, 0];
  for (let index = 0; index + 1 < ring.length; index += 1) {
    const [fromX = 0, fromY = 0] = ring[index] ?? [];
    const [toX = 0, toY = 0] = ring[index + 1] ?? [];
    // Measured from the ring's first corner: degrees are large and a micro-grid is small.
    const cross = (fromX - originX) * (toY - originY) - (toX - originX) * (fromY - originY);
    twice += cross;
    x += (fromX + toX - 2 * originX) * cross;
    y += (fromY + toY - 2 * originY) * cross;
  }
  if (twice === 0) return { at: [originX, originY], size: 0 };
  return { at: [originX + x / (3 * twice), originY + y / (3 * twice)], size: Math.abs(twice) / 2 };
}
