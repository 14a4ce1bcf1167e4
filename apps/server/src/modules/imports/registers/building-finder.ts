import { dayOf, formatAddress, parseAddress, plainAddress, type ShanghaiAddress } from '@linli/domain';
import type { Db } from '../../../platform/db/database.ts';
import { type BuildingAddress, type Located, listBuildings, type PlaceIndexData } from '../../places/index.ts';
import { plainWord } from '../compile-mapping.ts';

export type FoundHome = { building: BuildingAddress; room: string | null };

/** Every building and area of a site, ready for looking up thousands of rows. */
export interface BuildingFinder {
  /** Building and room of an address; null when no building has it, or two do. */
  byAddress(text: string, aliases: ReadonlyMap<string, string>): FoundHome | null;
  byId(id: string): BuildingAddress | null;
  /** By the building's own name. */
  byName(text: string): BuildingAddress | null;
  areaByName(text: string): Located | null;
  /** Buildings whose address is this one, or begins with it. */
  startingWith(text: string): readonly BuildingAddress[];
}

export async function loadBuildingFinder(
  db: Db,
  places: PlaceIndexData,
  call: { siteId: string; now: Date },
): Promise<BuildingFinder> {
  const byKey = new Map<string, BuildingAddress | null>();
  const byName = new Map<string, BuildingAddress | null>();
  const remember = (map: typeof byKey, key: string, building: BuildingAddress) =>
    map.set(key, map.has(key) && map.get(key)?.id !== building.id ? null : building);
  const byId = new Map<string, BuildingAddress>();
  for (const building of await listBuildings(db, call.siteId)) {
    byId.set(building.id, building);
    const parsed = parseAddress(building.address);
    if (parsed.ok) remember(byKey, parsed.canonical, building);
    if (building.name !== '') remember(byName, plainWord(building.name), building);
  }
  const areas = new Map<string, string | null>();
  for (const area of places.areasOn(call.siteId, dayOf(call.now))) {
    const name = places.chainOf(area.id)?.areas.at(-1)?.name;
    if (area.level < 2 || !name) continue;
    for (const key of new Set([plainWord(name), bareArea(name)]))
      areas.set(key, areas.has(key) && areas.get(key) !== area.id ? null : area.id);
  }
  return {
    byAddress(text, aliases) {
      const parsed = parseAddress(text, { aliases });
      // A lane within the lane that could not be read is another house, not a remark.
      if (!parsed.ok || parsed.leftover.includes('弄')) return null;
      for (const { key, before } of keysOf(parsed.address)) {
        const building = byKey.get(key);
        if (building === null) return null;
        if (building) return { building, room: roomOf(parsed.address, before) };
      }
      return null;
    },
    startingWith(text) {
      const parsed = parseAddress(text);
      const start = parsed.ok ? parsed.canonical : plainAddress(text);
      if (start === '') return [];
      return [...byKey].flatMap(([key, building]) =>
        building && key.startsWith(start) && !(/\d$/.test(start) && /^\d/.test(key.slice(start.length)))
          ? building
          : [],
      );
    },
    byId: (id) => byId.get(id) ?? null,
    byName: (text) => byName.get(plainWord(text)) ?? null,
    areaByName(text) {
      const id = areas.get(plainWord(text)) ?? areas.get(bareArea(text));
      return id ? places.chainOf(id) : null;
    },
  };
}

/** 桥一居委, 桥一居委会 and 桥一居民区 are one. */
function bareArea(name: string): string {
  return plainWord(name).replace(/(?:居民委员会|居委会|居民区|居委|社区|街道办事处|街道)$/u, '');
}

/** The narrowest way to name the building first. What is left out of the key comes before the room. */
function keysOf(address: ShanghaiAddress): { key: string; before: string }[] {
  const bare = { ...address, floor: null, room: null, roomSuffix: null };
  const unit = bare.unit === null ? '' : `${bare.unit}单元`;
  const block = bare.building === null ? '' : `${bare.building}幢`;
  return [
    { key: formatAddress(bare), before: '' },
    ...(unit === '' ? [] : [{ key: formatAddress({ ...bare, unit: null }), before: unit }]),
    ...(block === '' ? [] : [{ key: formatAddress({ ...bare, unit: null, building: null }), before: block + unit }]),
  ];
}

function roomOf(address: ShanghaiAddress, before: string): string | null {
  const { room, roomSuffix, floor } = address;
  const said = `${room ?? ''}${roomSuffix ?? ''}`;
  if (said === '' && floor === null) return null;
  return `${before}${said === '' ? `${floor}层` : said}`;
}

/** A room number alone, as it is written in addresses: 0502室 and ５０２ are 502. */
export function plainRoom(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '').replace(/室$/u, '').toUpperCase();
  const bare = plain.replace(/^0+(?=\d)/, '');
  return bare === '' || bare.length > 20 ? null : bare;
}
