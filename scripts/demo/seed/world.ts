import type { Actor, Role } from '@linli/domain';
import { dayOf } from '@linli/domain';
import { type Catalogue, loadCatalogue } from '../../../apps/server/src/modules/cases/catalogue.ts';
import { type Directory, loadDirectory } from '../../../apps/server/src/modules/org/index.ts';
import { loadPlaceIndex, type PlaceIndexData } from '../../../apps/server/src/modules/places/index.ts';
import type { Db } from '../../../apps/server/src/platform/db/database.ts';

export interface SeedBuilding {
  name: string;
  address: string;
  areaId: string;
  lng: number;
  lat: number;
}
export interface MicroGrid {
  id: string;
  path: string;
  population: number;
  isResidential: boolean;
  buildings: readonly SeedBuilding[];
}

/** What a history is told from: all of it read from the database, so that a run cut off after the structure can go on. */
export interface World {
  now: Date;
  sitePath: string;
  catalogue: Catalogue;
  directory: Directory;
  places: PlaceIndexData;
  /** Those with buildings, in order of their codes. */
  microGrids: readonly MicroGrid[];
  /** Residents' accounts. */
  residents: readonly string[];
  /** Ready-made people by key. */
  readyMade: ReadonlyMap<string, string>;
}

export async function loadWorld(db: Db, now: Date): Promise<World> {
  const places = await loadPlaceIndex(db, { now: () => now });
  const site = places.sites()[0];
  if (!site) throw new Error('the demonstration has no street to tell of');
  const buildings = await db
    .selectFrom('building')
    .select(['name', 'address', 'area_id as areaId', 'lng', 'lat'])
    .orderBy('id')
    .execute();
  const byArea = new Map<string, SeedBuilding[]>();
  for (const building of buildings) {
    const known = byArea.get(building.areaId);
    if (known) known.push(building);
    else byArea.set(building.areaId, [building]);
  }
  const microGrids = places.areasOn(site.id, dayOf(now)).flatMap((area) => {
    const own = byArea.get(area.id);
    if (area.level !== 4 || !own) return [];
    const isResidential = places.chainOf(area.id)?.areas[1]?.kind === 'residential-grid';
    return [{ id: area.id, path: area.path, population: area.population, isResidential, buildings: own }];
  });
  const accounts = await db
    .selectFrom('account')
    .select(['id', 'kind', 'demo_key'])
    .where('active', '=', true)
    .orderBy('id')
    .execute();
  return {
    now,
    sitePath: site.path,
    catalogue: await loadCatalogue(db),
    directory: await loadDirectory(db),
    places,
    microGrids,
    residents: accounts.filter((a) => a.kind === 'resident' && a.demo_key === null).map((a) => a.id),
    readyMade: new Map(accounts.flatMap((a) => (a.demo_key === null ? [] : [[a.demo_key, a.id]]))),
  };
}

/** A member of staff with the posts held that day. */
export function staffActor(world: World, accountId: string, at: Date): Actor {
  return { kind: 'staff', accountId, name: '', ...world.directory.reachOf(accountId, dayOf(at)) };
}

export function residentActor(world: World, accountId: string): Actor {
  return {
    kind: 'resident',
    accountId,
    name: '',
    scopes: [{ role: 'resident', path: world.sitePath, unitId: null, postId: null }],
    pools: [],
  };
}

/** Everybody holding a role over a place on that day. */
export function staffOf(world: World, role: Role, path: string, at: Date): Actor[] {
  return world.directory.accountsByRole(role, path, dayOf(at)).map((id) => staffActor(world, id, at));
}
