import type { MassShape } from './massing.ts';
import type { Random } from './random.ts';

/** How an area was built: workers' villages of the 1980s, mixed blocks, or towers by the water. */
export interface Housing {
  shapes: readonly MassShape[];
  /** Addressed buildings per micro-grid, fewest and most. */
  buildings: readonly [number, number];
  floors(random: Random): number;
  homesPerFloor(random: Random): number;
  /** Typical home in m², fewest and most. */
  homeM2: readonly [number, number];
}

const slab: MassShape = { width: 50, depth: 12.5, gap: 9, rowGap: 17 };
const shortSlab: MassShape = { width: 34, depth: 12, gap: 8, rowGap: 16 };
const wideSlab: MassShape = { width: 58, depth: 15, gap: 12, rowGap: 24 };
const tower: MassShape = { width: 32, depth: 24, gap: 20, rowGap: 28 };
const smallTower: MassShape = { width: 26, depth: 22, gap: 16, rowGap: 24 };

const village: Housing = {
  shapes: [slab, slab, shortSlab],
  buildings: [5, 6],
  floors: (random) => random.pick([5, 6, 6, 6, 6, 7]),
  homesPerFloor: (random) => random.pick([2, 2, 2, 3, 3]),
  homeM2: [34, 68],
};
const mixed: Housing = {
  shapes: [slab, wideSlab, smallTower],
  buildings: [4, 6],
  floors: (random) => random.pick([6, 6, 6, 7, 11, 14]),
  homesPerFloor: (random) => random.pick([2, 2, 3, 4]),
  homeM2: [48, 96],
};
const towers: Housing = {
  shapes: [tower, smallTower, tower],
  buildings: [3, 4],
  floors: (random) => random.int(17, 31),
  homesPerFloor: (random) => random.pick([2, 2, 3, 4]),
  homeM2: [82, 186],
};
const towerCompounds = ['仁恒滨江园', '江临财富', '汇豪天下', '浦江茗园'];
const mixedCompounds = ['菊园', '荣城', '滨江', '浦滨', '隧成', '市新', '招远路', '东昌'];

/** Business blocks: offices with a podium here and there. */
export const officeShapes: readonly MassShape[] = [
  { width: 52, depth: 44, gap: 22, rowGap: 24 },
  { width: 42, depth: 42, gap: 26, rowGap: 26 },
  { width: 84, depth: 40, gap: 20, rowGap: 22 },
];
export const smallOfficeShape: MassShape = { width: 36, depth: 27, gap: 16, rowGap: 16 };
export const smallestShape: MassShape = { width: 24, depth: 11, gap: 7, rowGap: 12 };

/** How an area, named without 居民区, is housed. */
export function housingOf(areaName: string): Housing {
  if (towerCompounds.includes(areaName)) return towers;
  return mixedCompounds.includes(areaName) ? mixed : village;
}
