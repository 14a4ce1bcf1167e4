import type { Land } from './areas.ts';
import type { Reserve } from './parks.ts';
import { at, distance, mix, type Point, type Ring } from './plane.ts';
import { toPolygon, toPosition } from './projection.ts';
import type { NamedLine } from './site.ts';
import { boundaryRoads, shore } from './skeleton.ts';
import type { Scenery } from './types.ts';

const riverWidth = 430;
const roadTail = 420;

/** The line moved sideways; positive to the right of its direction. Loops of the inner side of bends are left out. */
function beside(line: readonly Point[], metres: number): Point[] {
  return line.map((p, i) => {
    const a = line[Math.max(0, i - 1)] ?? p;
    const b = line[Math.min(line.length - 1, i + 1)] ?? p;
    const length = distance(a, b);
    return [p[0] + ((b[1] - a[1]) / length) * metres, p[1] - ((b[0] - a[0]) / length) * metres];
  });
}

function beyond(from: Point, to: Point, metres: number): Point {
  return mix(from, to, 1 + metres / distance(from, to));
}

/** The bank, running on past both ends of the street. */
function longBank(bank: readonly Point[]): Point[] {
  const early = beyond(at(bank, 3), at(bank, 0), 700);
  const late = beyond(at(bank, -4), at(bank, -1), 700);
  return [early, ...bank, late];
}

/** Counter-clockwise ring between a line and a line further to its left. */
function band(near: readonly Point[], far: readonly Point[]): Ring {
  return [...near, ...[...far].reverse()];
}

function drawWater(bank: readonly Point[]): Scenery[] {
  const line = longBank(bank);
  const river: Scenery = { kind: 'river', name: '黄浦江', geometry: toPolygon(band(line, beside(line, -riverWidth))) };
  const strips: Scenery[] = [];
  for (let from = 0; from + 3 < bank.length; from += 9) {
    const part = bank.slice(Math.max(0, from), from + 10);
    if (part.length < 3) break;
    const ring = band(beside(part, 40), beside(part, 7));
    strips.push({ kind: 'green', name: '滨江绿地', geometry: toPolygon(ring) });
  }
  return [river, ...strips];
}

/** Main roads do not end at the border of the street. */
function withTails(line: NamedLine, bank: readonly Point[]): Point[] {
  const { points } = line;
  // The southern border road would run into the avenue's tail.
  if (line.rank !== 'main' || line.name === boundaryRoads[2].name) return points;
  const isWater = (p: Point): boolean => bank.some((q) => distance(p, q) < 60);
  const isBorder = (p: Point): boolean => borderDistance(p) < 30;
  const [first, last] = [at(points, 0), at(points, -1)];
  const before = isBorder(first) && !isWater(first) ? [beyond(at(points, 1), first, roadTail)] : [];
  const after = isBorder(last) && !isWater(last) ? [beyond(at(points, -2), last, roadTail)] : [];
  return [...before, ...points, ...after];
}

const borderPoints = boundaryRoads
  .slice(1)
  .flatMap((road) =>
    road.points
      .slice(0, -1)
      .flatMap((p, i) => Array.from({ length: 20 }, (_, k) => mix(p, at(road.points, i + 1), k / 20))),
  );
function borderDistance(p: Point): number {
  return borderPoints.reduce((least, q) => Math.min(least, distance(p, q)), Infinity);
}

/** River, roads, parks, landmarks: the map without its areas and houses. */
export function drawScenery(land: Land, lines: readonly NamedLine[], reserves: readonly Reserve[]): Scenery[] {
  const bank = land.mesh.along(shore);
  const named = lines.map((line): Scenery => {
    const coordinates = withTails(line, bank).map(toPosition);
    return {
      kind: line.rank === 'main' ? 'road-main' : 'road-minor',
      name: line.name,
      geometry: { type: 'LineString', coordinates },
    };
  });
  const lanes = land.roads
    .filter((road) => road.name === undefined)
    .map((road): Scenery => {
      const coordinates = land.mesh.along([road.from, road.to]).map(toPosition);
      return { kind: 'road-minor', geometry: { type: 'LineString', coordinates } };
    });
  const kept = reserves.map(
    (reserve): Scenery => ({ kind: reserve.kind, name: reserve.name, geometry: toPolygon(reserve.ring) }),
  );
  return [...drawWater(bank), ...lanes, ...named, ...kept, ...drawStops(lines, bank)];
}

function drawStops(lines: readonly NamedLine[], bank: readonly Point[]): Scenery[] {
  const century = lines.find((line) => line.name === '世纪大道')?.points ?? [];
  const along = (points: readonly Point[], share: number): Point => at(points, Math.round((points.length - 1) * share));
  const stops = [
    { name: '陆家嘴站', place: along(century, 0.14) },
    { name: '东昌路站', place: along(century, 0.42) },
    { name: '商城路站', place: along(century, 0.6) },
    { name: '世纪大道站', place: along(century, 0.93) },
    { name: '东昌路渡口', place: along(bank, 0.34) },
    { name: '船厂码头', place: along(bank, 0.8) },
  ];
  return stops.map(({ name, place }) => ({
    kind: 'landmark',
    name,
    geometry: { type: 'Point', coordinates: toPosition(place) },
  }));
}
