import type { AreaShape, Position } from '@linli/domain';

export type CoordinateProblem = {
  code: 'coordinates-projected' | 'coordinates-swapped' | 'coordinates-outside-china' | 'coordinates-not-numbers';
  params: Record<string, string | number>;
};

/** Reads a GeoJSON geometry as an area; heights are dropped. Null when its type or nesting is not that of an area. */
export function readAreaShape(geometry: unknown): AreaShape | null {
  if (typeof geometry !== 'object' || geometry === null) return null;
  const { type, coordinates } = { type: undefined, coordinates: undefined, ...geometry };
  if (type === 'Polygon') {
    const rings = readList(coordinates, readRing);
    return rings && { type, coordinates: rings };
  }
  if (type === 'MultiPolygon') {
    const parts = readList(coordinates, (part) => readList(part, readRing));
    return parts && { type, coordinates: parts };
  }
  return null;
}

function readRing(ring: unknown): Position[] | null {
  return readList(ring, readPosition);
}

/** A position; what is no number becomes NaN, so that the coordinate check can name it. */
function readPosition(position: unknown): Position | null {
  if (!Array.isArray(position)) return null;
  const [x, y]: unknown[] = position;
  return [typeof x === 'number' ? x : Number.NaN, typeof y === 'number' ? y : Number.NaN];
}

function readList<Item>(value: unknown, readItem: (item: unknown) => Item | null): Item[] | null {
  if (!Array.isArray(value)) return null;
  const items: Item[] = [];
  for (const entry of value) {
    const item = readItem(entry);
    if (item === null) return null;
    items.push(item);
  }
  return items;
}

/**
 * Tells degrees in China from the usual mistakes: metres of a projected grid, latitude before longitude, elsewhere.
 * Judged by the first position that fails, over all rings.
 */
export function findCoordinateProblem(positions: readonly Position[]): CoordinateProblem | null {
  const bad = positions.find(([x, y]) => !Number.isFinite(x) || !Number.isFinite(y));
  if (bad) return { code: 'coordinates-not-numbers', params: {} };
  const far = positions.find(([x, y]) => Math.abs(x) > 180 || Math.abs(y) > 180);
  if (far) return { code: 'coordinates-projected', params: { system: guessGrid(positions), x: far[0], y: far[1] } };
  const away = positions.find(([x, y]) => !inChina(x, y));
  if (!away) return null;
  const params = { x: away[0], y: away[1] };
  const swapped = positions.every(([x, y]) => inChina(y, x));
  return { code: swapped ? 'coordinates-swapped' : 'coordinates-outside-china', params };
}

function inChina(lng: number, lat: number): boolean {
  return lng >= 73 && lng <= 136 && lat >= 3 && lat <= 54;
}

export type ProjectedGrid = 'web-mercator' | 'gauss-kruger' | 'shanghai-local' | 'unknown';

/** A guess from the size of the numbers, to tell the user what to convert from. */
function guessGrid(positions: readonly Position[]): ProjectedGrid {
  const all = (within: (x: number, y: number) => boolean) => positions.every(([x, y]) => within(x, y));
  // The city's own grid counts metres from People's Square; nothing in the city is over 120 km away.
  if (all((x, y) => Math.abs(x) < 120_000 && Math.abs(y) < 120_000)) return 'shanghai-local';
  if (all((x, y) => x > 8_100_000 && x < 15_200_000 && y > 300_000 && y < 7_200_000)) return 'web-mercator';
  // Northing from the equator, easting around 500 km, with or without the number of the zone in front, either first.
  const easting = (value: number) => value % 1_000_000 > 100_000 && value % 1_000_000 < 900_000 && value < 46_000_000;
  const northing = (value: number) => value > 300_000 && value < 6_100_000;
  if (all((x, y) => easting(x) && northing(y)) || all((x, y) => easting(y) && northing(x))) return 'gauss-kruger';
  return 'unknown';
}
