import { layLand } from './areas.ts';
import { buildHouses } from './buildings.ts';
import { fillPosts } from './holdings.ts';
import { reserveGrounds } from './parks.ts';
import { listPosts } from './posts.ts';
import { createRandom, type Random } from './random.ts';
import { drawScenery } from './scenery.ts';
import { listNamedLines, surveySites } from './site.ts';
import type { Area, Building, Home, Street } from './types.ts';
import { listUnits } from './units.ts';

/** People per home, and in business blocks the few who live there; upper levels are the sums of the lower. */
function settle(
  areas: readonly Area[],
  buildings: readonly Building[],
  homes: readonly Home[],
  random: Random,
): Area[] {
  const places = new Map(buildings.map((building) => [building.key, building.microGridKey]));
  const counts = new Map<string, number>();
  const add = (key: string, count: number): void => {
    counts.set(key, (counts.get(key) ?? 0) + count);
  };
  for (const home of homes) add(places.get(home.buildingKey) ?? '', 1);
  const people = new Map(
    areas
      .filter((area) => area.level === 4)
      .map((area) => {
        const lived = counts.get(area.key);
        return [area.key, lived === undefined ? random.int(30, 260) : Math.round(lived * random.between(2.1, 2.9))];
      }),
  );
  for (const level of [4, 3, 2]) {
    for (const area of areas) {
      if (area.level !== level || area.parentKey === null) continue;
      people.set(area.parentKey, (people.get(area.parentKey) ?? 0) + (people.get(area.key) ?? 0));
    }
  }
  return areas.map((area) => ({ ...area, population: people.get(area.key) ?? 0 }));
}

/**
 * The demonstration street of a seed: the same seed gives the same street, byte for byte. Coordinates are WGS-84. `density` says how many of
 * its houses have an address and homes, against the usual 25,000 homes.
 */
export function buildStreet(seed: number, { density = 1 }: { density?: number } = {}): Street {
  const land = layLand(createRandom(seed));
  const lines = listNamedLines(land);
  const sites = surveySites(land, lines);
  // Each part draws from its own source, so that a change in one leaves the others as they were.
  const reserves = reserveGrounds(sites, createRandom(seed + 1));
  const names = new Map(
    land.areas
      .filter((area) => area.kind === 'residential-area')
      .map((area) => [area.key, area.name.replace(/居民区$/, '')]),
  );
  const {
    buildings,
    homes,
    scenery: masses,
  } = buildHouses(sites, reserves, names, {
    random: createRandom(seed + 2),
    density,
  });
  const areas = settle(land.areas, buildings, homes, createRandom(seed + 3));
  const units = listUnits(areas, createRandom(seed + 4));
  const posts = listPosts(areas, units, createRandom(seed + 5));
  const staff = fillPosts(posts, areas, createRandom(seed + 6));
  return {
    seed,
    areas,
    scenery: [...drawScenery(land, lines, reserves), ...masses],
    buildings,
    homes,
    units,
    posts,
    ...staff,
  };
}
