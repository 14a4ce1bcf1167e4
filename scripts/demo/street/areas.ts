import committees from './committees.json' with { type: 'json' };
import {
  areaRoadNames,
  type BusinessGrid,
  blockRoadNames,
  businessGrids,
  type ResidentialGrid,
  residentialGrids,
  streetCode,
  streetName,
} from './grids.ts';
import { createMesh, type Mesh } from './mesh.ts';
import { outlineOf } from './outline.ts';
import { type Ring, ringArea } from './plane.ts';
import { toPolygon } from './projection.ts';
import type { Random } from './random.ts';
import { layQuarters, type Quarter } from './skeleton.ts';
import { divide, type Lot, type Plan, type Road } from './subdivide.ts';
import type { Area } from './types.ts';

export const residentialMicroGrids = 252;
const fewestPerArea = 4;
const mostPerArea = 10;

/** A micro-grid with its bent ring in metres, for whatever is built on it. */
export interface Ground {
  area: Area;
  ring: Ring;
  /** The residential or business area it belongs to. */
  district: string;
}
export interface Land {
  areas: Area[];
  grounds: Ground[];
  roads: Road[];
  mesh: Mesh;
}

interface District {
  key: string;
  gridKey: string;
  code: string;
  name: string;
  kind: 'residential-area' | 'business-area';
  blocks: readonly string[];
  invented: boolean;
}

function committeeOf(name: string): { code: string; invented: boolean } {
  const found = committees.find((row) => row.name === `${name}居委会`);
  if (!found) throw new Error(`no committee is called ${name}`);
  return { code: found.code, invented: found.invented === true };
}

function divideResidential(grid: ResidentialGrid, ground: Record<Quarter, Ring>, plan: Plan): Lot<District>[] {
  return grid.parts.flatMap((part) => {
    const wishes = part.committees.map((name) => {
      const { code, invented } = committeeOf(name);
      const item: District = {
        key: `area-${code}`,
        gridKey: grid.key,
        code,
        name,
        kind: 'residential-area',
        blocks: [],
        invented,
      };
      return { item, weight: plan.random.between(0.85, 1.15) };
    });
    return divide(ground[part.quarter], wishes, 'area', plan);
  });
}

function businessLots(grid: BusinessGrid, ground: Record<Quarter, Ring>, from: number): Lot<District>[] {
  return grid.parts.map((part, index) => {
    const code = `${streetCode}${from + index}`;
    const item: District = {
      key: `area-${code}`,
      gridKey: grid.key,
      code,
      name: part.areaName,
      kind: 'business-area',
      blocks: part.blocks,
      invented: true,
    };
    return { item, ring: ground[part.quarter] };
  });
}

/** Shares 252 micro-grids among the residential areas by size, each between four and ten. */
function shareOut(sizes: readonly number[]): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const exact = sizes.map((size) => (size / total) * residentialMicroGrids);
  const counts = exact.map((wish) => Math.min(mostPerArea, Math.max(fewestPerArea, Math.round(wish))));
  for (;;) {
    const missing = residentialMicroGrids - counts.reduce((sum, count) => sum + count, 0);
    if (missing === 0) return counts;
    const step = Math.sign(missing);
    const open = counts
      .map((count, index) => ({ index, count, need: ((exact[index] ?? 0) - count) * step }))
      .filter(({ count }) => count + step >= fewestPerArea && count + step <= mostPerArea)
      .sort((a, b) => b.need - a.need);
    const [first] = open;
    if (!first) throw new Error('the areas cannot hold that many micro-grids');
    counts[first.index] = first.count + step;
  }
}

/** 上港第一 is said 上港第一居, so that its third micro-grid does not read 上港第一第3. */
function spoken(name: string): string {
  return /[一二三]$/.test(name) ? `${name}居` : name;
}

function nameRoads(roads: readonly Road[]): Road[] {
  let area = 0;
  return roads.map((road) => {
    if (road.name !== undefined || road.rank !== 'area') return road;
    const name = areaRoadNames[area++];
    return name === undefined ? road : { ...road, name };
  });
}

function area(fields: Omit<Area, 'population'>): Area {
  return { ...fields, population: 0 };
}

/** Cuts the street into its four levels. Populations are 0 until homes are built. */
export function layLand(random: Random): Land {
  const plan: Plan = { random, nodes: [], roads: [] };
  const quarters = layQuarters(plan);
  const residential = residentialGrids.flatMap((grid) => divideResidential(grid, quarters, plan));
  const business = businessGrids.flatMap((grid, index) => businessLots(grid, quarters, 901 + index * 10));
  const counts = shareOut(residential.map((lot) => ringArea(lot.ring) * random.between(0.88, 1.12)));
  const homesteads = residential.flatMap((lot, index) => {
    const wishes = Array.from({ length: counts[index] ?? fewestPerArea }, (_, k) => ({
      item: { district: lot.item, name: `${spoken(lot.item.name)}第${k + 1}微网格`, order: k + 1 },
      weight: random.between(0.85, 1.15),
    }));
    return divide(lot.ring, wishes, 'micro', plan);
  });
  const named = plan.roads.length;
  const blocks = business.flatMap((lot) => {
    const wishes = lot.item.blocks.map((name, k) => ({
      item: { district: lot.item, name: `${name}微网格`, order: k + 1 },
      weight: 1,
    }));
    return divide(lot.ring, wishes, 'micro', plan);
  });
  plan.roads.slice(named).forEach((road, index) => {
    road.name = blockRoadNames[index % blockRoadNames.length] ?? '支路';
  });
  const lots = [...homesteads, ...blocks];
  const mesh = createMesh(
    lots.map((lot) => lot.ring),
    random,
  );
  const grounds = lots.map((lot, index): Ground => {
    const { district, name, order } = lot.item;
    const code = `${district.code}${String(order).padStart(3, '0')}`;
    const ring = mesh.rings[index] ?? lot.ring;
    const polygon = toPolygon(ring);
    const micro = area({
      key: `micro-${code}`,
      code,
      name,
      level: 4,
      parentKey: district.key,
      kind: 'micro-grid',
      polygon,
    });
    return { area: micro, ring, district: district.key };
  });
  return {
    areas: [
      ...upperLevels(
        [...residential, ...business].map((lot) => lot.item),
        grounds,
      ),
      ...grounds.map((g) => g.area),
    ],
    grounds,
    roads: nameRoads(plan.roads),
    mesh,
  };
}

function upperLevels(districts: readonly District[], grounds: readonly Ground[]): Area[] {
  const under = (parents: ReadonlySet<string>) =>
    grounds.filter((g) => parents.has(g.district)).map((g) => g.area.polygon);
  const grids = [...residentialGrids, ...businessGrids];
  const street = area({
    key: 'street',
    code: streetCode,
    name: streetName,
    level: 1,
    parentKey: null,
    kind: 'street',
    polygon: outlineOf(grounds.map((g) => g.area.polygon)),
  });
  const gridAreas = grids.map((grid) => {
    const members = new Set(districts.filter((d) => d.gridKey === grid.key).map((d) => d.key));
    const polygon = outlineOf(under(members));
    return area({
      key: grid.key,
      code: `${streetCode}${grid.code}`,
      name: grid.name,
      level: 2,
      parentKey: 'street',
      kind: grid.kind,
      polygon,
    });
  });
  const districtAreas = districts.map((d) => {
    const polygon = outlineOf(under(new Set([d.key])));
    const name = d.kind === 'residential-area' ? `${d.name}居民区` : d.name;
    const fields = area({ key: d.key, code: d.code, name, level: 3, parentKey: d.gridKey, kind: d.kind, polygon });
    return d.invented ? { ...fields, invented: true as const } : fields;
  });
  return [street, ...gridAreas, ...districtAreas];
}
