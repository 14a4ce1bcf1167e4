import type { Random } from './random.ts';
import type { Area, Post, PostRole, Unit } from './types.ts';
import { operationsUnitKey, petitionsUnitKey } from './units.ts';

/** Posts of the operations centre for the whole street. */
const streetPosts: readonly (readonly [PostRole, number])[] = [
  ['commander', 1],
  ['duty-chief', 4],
  ['dispatcher', 6],
  ['checker', 6],
  ['system-admin', 1],
  ['security-admin', 1],
  ['audit-admin', 1],
];
const handlersPerUnit = 2;

function unitOf(
  area: Area,
  parents: ReadonlyMap<string, Area>,
  units: readonly Unit[],
): { committee: string | null; station: string | null } {
  const district = area.level === 4 ? parents.get(area.parentKey ?? '') : area;
  const grid = district?.level === 3 ? parents.get(district.parentKey ?? '') : district;
  const serving = (kind: Unit['kind'], key: string | undefined): string | null =>
    units.find((unit) => unit.kind === kind && key !== undefined && unit.areaKeys.includes(key))?.key ?? null;
  return { committee: serving('committee', district?.key), station: serving('station', grid?.key) };
}

/** Every post of the street, held or not. */
export function listPosts(areas: readonly Area[], units: readonly Unit[], random: Random): Post[] {
  const byKey = new Map(areas.map((area) => [area.key, area]));
  const posts: Post[] = [];
  const add = (role: PostRole, areaKey: string, unitKey: string | null): void => {
    posts.push({ key: `post-${String(posts.length + 1).padStart(4, '0')}`, role, areaKey, unitKey });
  };
  for (const [role, count] of streetPosts) {
    for (let n = 0; n < count; n++) add(role, 'street', operationsUnitKey);
  }
  for (const unit of units) {
    const place = unit.areaKeys[0] ?? 'street';
    add('unit-lead', place, unit.key);
    for (let n = 0; n < handlersPerUnit; n++) add('unit-handler', place, unit.key);
  }
  for (const area of areas) {
    const { committee, station } = unitOf(area, byKey, units);
    if (area.level === 2) add('grid-leader', area.key, station);
    if (area.kind === 'residential-area') add('committee-secretary', area.key, committee);
    if (area.level !== 4) continue;
    add('grid-worker', area.key, station);
    add('micro-grid-leader', area.key, committee ?? station);
    if (random.chance(0.6)) add('part-time-grid-worker', area.key, committee ?? station);
    if (!committee) continue;
    for (let n = random.int(1, 2); n > 0; n--) add('building-leader', area.key, committee);
    if (random.chance(0.4)) add('second-building-leader', area.key, committee);
    if (random.chance(0.6)) add('resident-group-leader', area.key, committee);
  }
  // Last, so that the keys of all others stay: the petition desk, which alone of the dispatchers sees sealed matters.
  posts.push({
    key: `post-${String(posts.length + 1).padStart(4, '0')}`,
    role: 'dispatcher',
    areaKey: 'street',
    unitKey: petitionsUnitKey,
    sealed: true,
  });
  return posts;
}
