import type { AreaShape, Position } from '@linli/domain';
import { type AreaRecord, versionOn } from './area-record.ts';
import { boxOf, partsOf } from './geometry/rings.ts';

export interface SceneryRecord {
  id: string;
  siteId: string;
  kind: string;
  name: string | null;
  geometry: { type: string; coordinates: unknown };
}

/** GeoJSON, ready to be sent; west, south, east and north of all shapes. */
export interface MapAnswer {
  areas: { type: 'FeatureCollection'; features: unknown[] };
  scenery: { type: 'FeatureCollection'; features: unknown[] } | null;
  bounds: [number, number, number, number];
}

const wholeWorld: MapAnswer['bounds'] = [-180, -90, 180, 90];

/** The shapes of some areas on a day, with or without the scenery below them. */
export function buildMap(
  areas: readonly AreaRecord[],
  day: string,
  scenery: readonly SceneryRecord[] | null,
): MapAnswer {
  const shapes: AreaShape[] = [];
  const features = areas.flatMap((area) => {
    const { id, level, parentId, kind, code, population } = area;
    const { name, geometry } = versionOn(area, day);
    if (!geometry) return [];
    shapes.push(geometry);
    return [{ type: 'Feature', id, properties: { id, name, level, parentId, kind, code, population }, geometry }];
  });
  const drawn = scenery?.map(({ id, kind, name, geometry }) => {
    return { type: 'Feature', id, properties: { id, kind, ...(name === null ? {} : { name }) }, geometry };
  });
  return {
    areas: { type: 'FeatureCollection', features },
    scenery: drawn ? { type: 'FeatureCollection', features: drawn } : null,
    bounds: boundsOf(shapes),
  };
}

function boundsOf(shapes: readonly AreaShape[]): MapAnswer['bounds'] {
  const rings: Position[][] = shapes.flatMap((shape) => partsOf(shape).flat());
  if (rings.length === 0) return wholeWorld;
  const { minX, minY, maxX, maxY } = boxOf(rings);
  return [minX, minY, maxX, maxY];
}
