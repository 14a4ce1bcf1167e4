import { type AddressBook, createAddressBook } from './addresses.ts';
import { type Housing, housingOf, officeShapes, smallestShape, smallOfficeShape } from './housing.ts';
import { fillRows, type Mass } from './massing.ts';
import { isNear, type Reserve } from './parks.ts';
import { distance, distanceToRing, type Ring } from './plane.ts';
import { toPolygon, toPosition } from './projection.ts';
import type { Random } from './random.ts';
import type { Site } from './site.ts';
import type { Building, BuildingKind, Home, Scenery } from './types.ts';

export interface Built {
  buildings: Building[];
  homes: Home[];
  /** Masses without an address and small gardens between them. */
  scenery: Scenery[];
}

const shopChance = 0.3;
const gardenChance = 0.35;

interface Builder {
  random: Random;
  book: AddressBook;
  built: Built;
  /** Addressed houses, and homes on a floor of them, against the usual street. */
  density: number;
}

function addBuilding(
  b: Builder,
  site: Site,
  mass: Mass,
  fields: Pick<Building, 'name' | 'address' | 'floors' | 'homesPerFloor' | 'kind'>,
): Building {
  const building: Building = {
    key: `building-${String(b.built.buildings.length + 1).padStart(4, '0')}`,
    microGridKey: site.ground.area.key,
    point: { type: 'Point', coordinates: toPosition(mass.centre) },
    footprint: toPolygon(mass.ring),
    ...fields,
  };
  b.built.buildings.push(building);
  return building;
}

function addHomes(b: Builder, building: Building, housing: Housing): void {
  const [least, most] = housing.homeM2;
  const sizes = Array.from({ length: building.homesPerFloor }, () => b.random.int(least * 100, most * 100));
  for (let floor = 1; floor <= building.floors; floor++) {
    sizes.forEach((areaCm2, index) => {
      const room = `${floor}${String(index + 1).padStart(2, '0')}`;
      b.built.homes.push({ key: `home-${building.key.slice(9)}-${room}`, buildingKey: building.key, room, areaCm2 });
    });
  }
}

/** Spreads the choice over the block: every n-th mass, so that addressed houses are not all in one corner. */
function spread(masses: readonly Mass[], count: number): Mass[] {
  const step = masses.length / Math.min(count, masses.length);
  return masses.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step)).slice(0, count);
}

function massesOn(b: Builder, site: Site, housing: Housing | undefined, reserved: readonly Ring[]): Mass[] {
  const free = (masses: readonly Mass[]): Mass[] =>
    masses.filter((m) => !reserved.some((ring) => isNear(m.ring, ring, 8)));
  const masses = free(fillRows(site.zone, housing?.shapes ?? officeShapes, b.random));
  if (masses.length >= 4) return masses;
  const smaller = free(fillRows(site.zone, [housing ? smallestShape : smallOfficeShape], b.random));
  return smaller.length > masses.length ? smaller : masses;
}

function leaveScenery(b: Builder, masses: readonly Mass[]): void {
  for (const mass of masses) {
    b.built.scenery.push({ kind: b.random.chance(gardenChance) ? 'green' : 'block', geometry: toPolygon(mass.ring) });
  }
}

function addPlain(
  b: Builder,
  site: Site,
  mass: Mass,
  kind: Extract<BuildingKind, 'shop' | 'public'>,
  label: string,
): void {
  const address = b.book.onStreet(site.nearestRoad);
  const name = kind === 'shop' ? `${address}沿街商铺` : label;
  addBuilding(b, site, mass, { name, address, floors: b.random.int(1, 3), homesPerFloor: 0, kind });
}

function buildHomes(
  b: Builder,
  site: Site,
  areaName: string,
  reserved: readonly Ring[],
  isFirst: { ofArea: boolean },
): void {
  const housing = housingOf(areaName);
  const masses = massesOn(b, site, housing, reserved);
  const chosen = spread(masses, Math.round(b.random.int(...housing.buildings) * b.density));
  for (const mass of chosen) {
    const door = b.book.inLane(areaName, site.nearestRoad);
    const floors = housing.floors(b.random);
    const building = addBuilding(b, site, mass, {
      ...door,
      floors,
      homesPerFloor: Math.round(housing.homesPerFloor(b.random) * b.density),
      kind: 'residential',
    });
    addHomes(b, building, housing);
  }
  // Shops and public rooms stand nearest to the street.
  const rest = masses
    .filter((mass) => !chosen.includes(mass))
    .sort(
      (one, other) => distanceToRing(one.centre, site.ground.ring) - distanceToRing(other.centre, site.ground.ring),
    );
  const hall = isFirst.ofArea ? rest.shift() : undefined;
  if (hall) addPlain(b, site, hall, 'public', `${areaName}邻里活动室`);
  const shop = b.random.chance(shopChance) ? rest.shift() : undefined;
  if (shop) addPlain(b, site, shop, 'shop', '');
  leaveScenery(b, rest);
}

function buildOffices(b: Builder, site: Site, reserved: readonly Ring[]): void {
  const masses = massesOn(b, site, undefined, reserved);
  const chosen = spread(masses, b.random.int(5, 7));
  const middle = [...chosen].sort(
    (one, other) => distance(one.centre, site.centre) - distance(other.centre, site.centre),
  );
  for (const mass of chosen) {
    const isMall = mass === middle.at(-1) && b.random.chance(0.5);
    const floors = isMall ? b.random.int(3, 7) : b.random.int(14, 48);
    const address = b.book.onStreet(site.nearestRoad);
    addBuilding(b, site, mass, {
      name: b.book.houseName(),
      address,
      floors,
      homesPerFloor: 0,
      kind: isMall ? 'shop' : 'office',
    });
  }
  leaveScenery(
    b,
    masses.filter((mass) => !chosen.includes(mass)),
  );
}

/** Builds on every micro-grid: addressed houses with homes, shops, offices, and what stands between. */
export function buildHouses(
  sites: readonly Site[],
  reserves: readonly Reserve[],
  areaNames: ReadonlyMap<string, string>,
  { random, density }: { random: Random; density: number },
): Built {
  const b: Builder = {
    random,
    density,
    book: createAddressBook(random),
    built: { buildings: [], homes: [], scenery: [] },
  };
  const seen = new Set<string>();
  for (const site of sites) {
    const reserved = reserves.filter((r) => r.microGridKey === site.ground.area.key).map((r) => r.ring);
    const areaName = areaNames.get(site.ground.district);
    if (areaName === undefined) buildOffices(b, site, reserved);
    else buildHomes(b, site, areaName, reserved, { ofArea: !seen.has(site.ground.district) });
    seen.add(site.ground.district);
  }
  return b.built;
}
