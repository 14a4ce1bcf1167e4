import type { Ground, Land } from './areas.ts';
import { insetRing } from './inset.ts';
import { at, centroid, distance, type Point, type Ring } from './plane.ts';
import { boundaryRoads } from './skeleton.ts';
import type { RoadRank } from './subdivide.ts';

/** A named street as bent points in metres. */
export interface NamedLine {
  name: string;
  rank: RoadRank;
  points: Point[];
}
/** A micro-grid ready to be built on. */
export interface Site {
  ground: Ground;
  /** Ground behind pavements and the green along the water. */
  zone: Ring;
  centre: Point;
  nearestRoad: string;
}

const keyOf = (p: Point): string => `${p[0].toFixed(2)},${p[1].toFixed(2)}`;
/** Metres from the middle of the road to the first wall. */
const setbacks = { water: 52, main: 24, area: 15, micro: 9 } as const;

/** Every street of the plan with a name, the edge of the street included. */
export function listNamedLines(land: Land): NamedLine[] {
  const inner = land.roads.flatMap((road) =>
    road.name === undefined
      ? []
      : [{ name: road.name, rank: road.rank, points: land.mesh.along([road.from, road.to]) }],
  );
  const edge = boundaryRoads.map((road) => ({
    name: road.name,
    rank: road.rank,
    points: land.mesh.along(road.points),
  }));
  return [...inner, ...edge];
}

function distanceToLine(p: Point, line: NamedLine): number {
  return line.points.reduce((least, q) => Math.min(least, distance(p, q)), Infinity);
}

/** Zones and addresses' streets for all micro-grids. */
export function surveySites(land: Land, lines: readonly NamedLine[]): Site[] {
  const pointsOf = (wanted: (line: NamedLine) => boolean): Set<string> =>
    new Set(lines.filter(wanted).flatMap((line) => line.points.map(keyOf)));
  const water = pointsOf((line) => line.name === boundaryRoads[0].name);
  const main = pointsOf((line) => line.rank === 'main');
  const area = pointsOf((line) => line.rank === 'area' && line.name !== boundaryRoads[0].name);
  const housed = lines.filter((line) => line.name !== boundaryRoads[0].name);
  return land.grounds.map((ground) => {
    const { ring } = ground;
    const isOn = (set: ReadonlySet<string>, edge: number): boolean =>
      set.has(keyOf(at(ring, edge))) && set.has(keyOf(at(ring, edge + 1)));
    const depthOf = (edge: number): number => {
      if (isOn(water, edge)) return setbacks.water;
      if (isOn(main, edge)) return setbacks.main;
      return isOn(area, edge) ? setbacks.area : setbacks.micro;
    };
    const zone = insetRing(ring, depthOf) ?? insetRing(ring, () => setbacks.micro);
    if (!zone) throw new Error(`${ground.area.name} is too thin to build on`);
    const centre = centroid(ring);
    const nearest = housed
      .map((line) => ({ name: line.name, away: distanceToLine(centre, line) }))
      .sort((a, b) => a.away - b.away)[0];
    return { ground, zone, centre, nearestRoad: nearest?.name ?? boundaryRoads[1].name };
  });
}
