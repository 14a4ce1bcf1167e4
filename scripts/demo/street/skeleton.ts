import { cutRing, type Line, lineLeaving } from './cut.ts';
import { at, type Point, type Ring, ringArea } from './plane.ts';
import { layRoad, type Plan, type RoadRank } from './subdivide.ts';

/** Parts of the street between the named main roads; a grid takes one or more of them. */
export const quarters = [
  'finance-north',
  'finance-south',
  'riverside-north',
  'riverside-south',
  'shipyard',
  'meiyuan',
  'laoshan-north',
  'laoshan-east',
  'laoshan-west',
  'mall',
] as const;
export type Quarter = (typeof quarters)[number];

/** Corner points of the shore, from the south-west round the bend to the north-east; metres from the centre. */
const shoreCorners: readonly Point[] = [
  [-460, -1480],
  [-860, -1080],
  [-1210, -640],
  [-1490, -230],
  [-1640, 190],
  [-1630, 560],
  [-1420, 900],
  [-1060, 1090],
  [-560, 1170],
  [80, 1150],
  [720, 1190],
  [1330, 1280],
];
export const eastBoundary: readonly Point[] = [
  [1330, 1280],
  [1370, 500],
  [1410, -240],
  [1450, -1100],
];
const southBoundary: readonly Point[] = [
  [1450, -1100],
  [760, -1250],
  [100, -1380],
  [-460, -1480],
];

/** Catmull–Rom: the river bank bends, it has no corners. */
function smooth(corners: readonly Point[], steps: number): Point[] {
  const last = corners.length - 1;
  const curve = corners.slice(0, -1).flatMap((b, i) => {
    const [a, c, d] = [at(corners, Math.max(0, i - 1)), at(corners, i + 1), at(corners, Math.min(last, i + 2))];
    return Array.from({ length: steps }, (_, k): Point => {
      const t = k / steps;
      const one = (axis: 0 | 1): number =>
        0.5 *
        (2 * b[axis] +
          (c[axis] - a[axis]) * t +
          (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis]) * t ** 2 +
          (3 * b[axis] - a[axis] - 3 * c[axis] + d[axis]) * t ** 3);
      return [one(0), one(1)];
    });
  });
  return [...curve, at(corners, last)];
}

export const shore: readonly Point[] = smooth(shoreCorners, 4);
/** The edge of the street: water on one side, two roads on the others. */
export const boundaryRoads = [
  { name: '滨江大道', points: shore, rank: 'area' },
  { name: '源深路', points: eastBoundary, rank: 'main' },
  { name: '潍坊西路', points: southBoundary, rank: 'main' },
] as const satisfies readonly { name: string; points: readonly Point[]; rank: RoadRank }[];

/** The street's outline before it is bent: counter-clockwise. */
export function outlineRing(): Ring {
  const clockwise = [...shore, ...eastBoundary.slice(1), ...southBoundary.slice(1, -1)];
  return clockwise.reverse();
}

const hectare = 10_000;
function lineThrough(from: Point, to: Point): Line {
  return { through: from, angle: Math.atan2(to[1] - from[1], to[0] - from[0]) };
}

function split(plan: Plan, ring: Ring, line: Line, name: string): { left: Ring; right: Ring } {
  const cut = cutRing(ring, line, plan.nodes, 5);
  if (!cut) throw new Error(`${name} does not cross its quarter`);
  layRoad(plan, cut, 'main', name);
  return cut;
}

/** Lays the main roads and returns the quarters between them. */
export function layQuarters(plan: Plan): Record<Quarter, Ring> {
  const century = lineThrough([-1447, 430], [1300, -760]);
  const south = lineThrough([-420, 1160], [270, -1380]);
  const parallelToSouth = south.angle;
  const street = split(plan, outlineRing(), century, '世纪大道');
  const north = split(plan, street.left, south, '浦东南路');
  const below = split(plan, street.right, south, '浦东南路');
  const tip = (ring: Ring, angle: number, size: number, name: string): { left: Ring; right: Ring } =>
    split(plan, ring, lineLeaving(ring, angle, size / ringArea(ring)), name);
  // Seen along a line running south-south-east, left is east: the tip towards the river is what remains on the right.
  const northWest = tip(north.right, parallelToSouth + Math.PI, 27.5 * hectare, '银城中路');
  const southWest = tip(below.right, (65 * Math.PI) / 180, 27.5 * hectare, '东昌路');
  const bank = tip(north.left, (2.5 * Math.PI) / 180, 27 * hectare, '昌邑路');
  const shops = split(plan, bank.right, lineThrough([-120, 110], [1310, 10]), '商城路');
  const laoshan = split(plan, below.left, lineThrough([500, -500], [560, -1100]), '崂山路');
  const mall = tip(laoshan.right, (-14 * Math.PI) / 180, 20 * hectare, '张杨路');
  return {
    'finance-north': northWest.left,
    'riverside-north': northWest.right,
    'finance-south': southWest.left,
    'riverside-south': southWest.right,
    shipyard: bank.left,
    meiyuan: shops.left,
    'laoshan-north': shops.right,
    'laoshan-east': laoshan.left,
    mall: mall.left,
    'laoshan-west': mall.right,
  };
}
