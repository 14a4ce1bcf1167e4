import { dayOf, parseAddress } from '@linli/domain';
import type { Db } from '../../platform/db/database.ts';
import { type Located, listBuildingAddresses, type PlaceIndexData } from '../places/index.ts';
import { loadAddressNames } from './addresses/address-names.ts';

/** Finds the area that a place in words means; null when nothing in the words is known. */
export interface PlaceFinder {
  byAddress(address: string): Located | null;
  byAreaName(name: string): Located | null;
  site(): Located | null;
}

const lane = /(\p{Script=Han}{1,12}?(?:路|街|道|巷|公路|大道))(\d+)(?:弄(?:(\d+)号)?|号)/gu;
const shortestRoad = 2;
const longestRoad = 8;

/** Every address and area name of a site, ready for looking up thousands of rows. */
export async function loadPlaceFinder(
  db: Db,
  places: PlaceIndexData,
  call: { siteId: string; now: Date },
): Promise<PlaceFinder> {
  const day = dayOf(call.now);
  const areaOf = new Map<string, string | null>();
  const remember = (key: string, areaId: string) => {
    const known = areaOf.get(key);
    // A lane that lies in two micro-grids says nothing by itself.
    areaOf.set(key, known === undefined || known === areaId ? areaId : null);
  };
  for (const { address, areaId } of await listBuildingAddresses(db, call.siteId)) {
    const plain = plainOf(address);
    remember(plain, areaId);
    const upToLane = /^(.*\d+弄)\d+号$/.exec(plain)?.[1];
    if (upToLane) remember(upToLane, areaId);
  }
  const otherNames = await loadAddressNames(db, call.siteId);
  const names = new Map<string, string | null>();
  for (const area of places.areasOn(call.siteId, day)) {
    const name = places.chainOf(area.id)?.areas.at(-1)?.name;
    if (area.level < 2 || area.level > 4 || !name) continue;
    const key = plainOf(name);
    names.set(key, names.has(key) ? null : area.id);
  }
  const longNames = [...names.keys()].filter((name) => name.length >= 3).sort((a, b) => b.length - a.length);
  const located = (areaId: string | null | undefined) => (areaId ? places.chainOf(areaId) : null);

  return {
    byAddress(address) {
      const plain = plainOf(renamed(address, otherNames));
      if (plain === '') return null;
      const whole = located(areaOf.get(plain));
      if (whole) return whole;
      for (const [, road = '', number = '', door] of plain.matchAll(lane)) {
        for (const name of endingsOf(road)) {
          const keys = door
            ? [`${name}${number}弄${door}号`, `${name}${number}弄`]
            : [`${name}${number}弄`, `${name}${number}号`];
          const found = keys.flatMap((key) => located(areaOf.get(key)) ?? [])[0];
          if (found) return found;
        }
      }
      const named = longNames.find((name) => plain.includes(name));
      return named === undefined ? null : located(names.get(named));
    },
    byAreaName: (name) => located(names.get(plainOf(name))),
    site: () => places.chainOf(call.siteId),
  };
}

/** The address a known other name stands for; read only where one is in it. */
function renamed(address: string, names: ReadonlyMap<string, string>): string {
  const plain = plainOf(address);
  if (![...names.keys()].some((said) => plain.includes(said))) return address;
  const parsed = parseAddress(address, { aliases: names });
  return parsed.ok ? parsed.canonical : address;
}

/** The district stands before the road without a gap: 浦东新区浦城路 may be the road 浦城路. Longest first. */
function endingsOf(road: string): string[] {
  const letters = [...road];
  const most = Math.min(letters.length, longestRoad);
  return Array.from({ length: Math.max(0, most - shortestRoad + 1) }, (_, i) => letters.slice(-(most - i)).join(''));
}

function plainOf(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}
