import { at, contains, distanceToRing, type Point, type Ring, rotate } from './plane.ts';
import type { Random } from './random.ts';
import type { Site } from './site.ts';

/** Ground kept free of houses: a park or a landmark. */
export interface Reserve {
  kind: 'green' | 'landmark';
  name: string;
  ring: Ring;
  microGridKey: string;
}

const parkNames = [
  '梅园公园',
  '崂山绿地',
  '乳山公园',
  '东昌绿地',
  '福山口袋公园',
  '松林小游园',
  '滨江花园',
  '荣城绿地',
  '市新街心花园',
  '招远路绿地',
  '东园小游园',
  '船台草坪',
  '三航口袋公园',
  '浦滨绿地',
];
const landmarks = [
  { name: '东方明珠广播电视塔', block: '丰和路街区', radius: 26 },
  { name: '上海中心大厦', block: '东泰路街区', radius: 36 },
  { name: '环球金融中心', block: '花园石桥路街区', radius: 29 },
  { name: '金茂大厦', block: '陆家嘴环路南街区', radius: 27 },
];
const centralPark = { name: '陆家嘴中心绿地', block: '银城西路街区', radius: 88 };

/** A rounded, uneven outline. */
function blob(centre: Point, radius: number, unevenness: number, random: Random): Ring {
  const phase = random.between(0, 6.28);
  return Array.from({ length: 22 }, (_, k): Point => {
    const angle = (k / 22) * Math.PI * 2;
    const r = radius * (1 + unevenness * Math.sin(angle * 2 + phase) + unevenness * 0.5 * Math.sin(angle * 3 - phase));
    const [x, y] = rotate([r, 0], angle);
    return [centre[0] + x, centre[1] + y];
  });
}

function fitInside(site: Site, radius: number, unevenness: number, random: Random): Ring | undefined {
  for (const share of [1, 0.85, 0.7, 0.55]) {
    const ring = blob(site.centre, radius * share, unevenness, random);
    if (ring.every((p) => contains(site.zone, p))) return ring;
  }
  return undefined;
}

/** Sets aside the named parks and landmarks, each inside one micro-grid. */
export function reserveGrounds(sites: readonly Site[], random: Random): Reserve[] {
  const blockOf = (block: string): Site | undefined => sites.find((site) => site.ground.area.name.startsWith(block));
  const reserve = (
    kind: Reserve['kind'],
    name: string,
    site: Site | undefined,
    radius: number,
    unevenness: number,
  ): Reserve[] => {
    const ring = site && fitInside(site, radius, unevenness, random);
    return site && ring ? [{ kind, name, ring, microGridKey: site.ground.area.key }] : [];
  };
  const homes = sites.filter((site) => !site.ground.area.name.includes('街区'));
  const parks = parkNames.flatMap((name) => {
    const stem = name.slice(0, 2);
    const near = homes.filter((site) => site.ground.area.name.startsWith(stem));
    const choice = random.pick(near.length > 0 ? near : homes);
    return name === '船台草坪'
      ? reserve('green', name, blockOf('船台广场'), 52, 0.2)
      : reserve('green', name, choice, 38, 0.22);
  });
  const towers = landmarks.flatMap((mark) => reserve('landmark', mark.name, blockOf(mark.block), mark.radius, 0.03));
  return [
    ...towers,
    ...reserve('green', centralPark.name, blockOf(centralPark.block), centralPark.radius, 0.12),
    ...parks,
  ];
}

/** True when a ring comes closer than `metres` to the reserve. */
export function isNear(ring: Ring, reserve: Ring, metres: number): boolean {
  return (
    ring.some((p, i) => {
      const q = at(ring, i + 1);
      const middle: Point = [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2];
      return contains(reserve, p) || distanceToRing(p, reserve) < metres || distanceToRing(middle, reserve) < metres;
    }) || reserve.some((p) => contains(ring, p))
  );
}
