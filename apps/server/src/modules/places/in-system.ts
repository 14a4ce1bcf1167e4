import type { getArea, OutputOf } from '@linli/contract';
import { type Crs, convertPoint, convertShape } from '@linli/domain';
import type { MapAnswer } from './build-map.ts';

type AreaAnswer = OutputOf<typeof getArea>;
type Feature = { geometry: { type: string; coordinates: unknown } };

/** What is stored in WGS-84, answered in the system that was asked for. */
export function mapIn(answer: MapAnswer, crs: Crs): MapAnswer {
  if (crs === 'wgs84') return answer;
  const collection = ({ features }: { features: unknown[] }): MapAnswer['areas'] => ({
    type: 'FeatureCollection',
    features: (features as Feature[]).map((feature) => ({
      ...feature,
      geometry: { ...feature.geometry, coordinates: positionsIn(feature.geometry.coordinates, crs) },
    })), // GeoJSON features, as build-map.ts makes them
  });
  const [west, south, east, north] = answer.bounds;
  return {
    areas: collection(answer.areas),
    scenery: answer.scenery && collection(answer.scenery),
    bounds: [...pairIn([west, south], crs), ...pairIn([east, north], crs)],
  };
}

export function areaIn(answer: AreaAnswer, crs: Crs): AreaAnswer {
  if (crs === 'wgs84') return answer;
  const shapeIn = (shape: AreaAnswer['geometry']) => shape && convertShape(shape, 'wgs84', crs);
  const { area, geometry, versions } = answer;
  return {
    ...answer,
    area: { ...area, centre: area.centre && pairIn(area.centre, crs) },
    geometry: shapeIn(geometry),
    versions: versions.map((version) => ({ ...version, geometry: shapeIn(version.geometry) })),
  };
}

function pairIn([lng, lat]: readonly [number, number], crs: Crs): [number, number] {
  const point = convertPoint({ lng, lat }, 'wgs84', crs);
  return [point.lng, point.lat];
}

/** Points, lines and polygons alike: lists of lists that end in a pair. */
function positionsIn(coordinates: unknown, crs: Crs): unknown {
  if (!Array.isArray(coordinates)) return coordinates;
  const [lng, lat] = coordinates;
  if (typeof lng === 'number' && typeof lat === 'number') return pairIn([lng, lat], crs);
  return coordinates.map((inner) => positionsIn(inner, crs));
}
