import { addDays, dayOf, startOfDay } from '@linli/domain';
import { sql } from 'kysely';
import {
  areaPath,
  insertAreas,
  insertBuildings,
  insertHomes,
  insertScenery,
} from '../../../apps/server/src/modules/places/index.ts';
import type { Crypto } from '../../../apps/server/src/platform/crypto/index.ts';
import type { Db } from '../../../apps/server/src/platform/db/database.ts';
import { createRandom } from '../street/random.ts';
import type { Area, Street } from '../street/types.ts';
import { listAccounts } from './accounts.ts';
import { createSeedIds } from './seed-ids.ts';
import { storeAccounts } from './store-accounts.ts';
import { storeCommunity } from './store-community.ts';
import { storeMediators } from './store-mediators.ts';

interface Placed {
  id: string;
  path: string;
}
type Keyed = ReadonlyMap<string, Placed>;

const homesAtOnce = 10_000;

/** Writes the street as it stands today: places with a first version of a year ago, units, posts, people and who holds what. */
export async function storeStructure(db: Db, street: Street, deps: { crypto: Crypto; now: Date }): Promise<void> {
  const { now } = deps;
  const today = dayOf(now);
  const opened = startOfDay(addDays(today, -365)).getTime();
  const newId = createSeedIds(createRandom(street.seed + 100));
  const areas = placeAreas(street.areas, () => newId(opened));
  await storePlaces(db, street, { areas, newId: () => newId(opened), day: addDays(today, -365), now });
  const units = new Map(street.units.map((unit) => [unit.key, newId(opened)]));
  const posts = new Map(street.posts.map((post) => [post.key, newId(opened)]));
  await storeOrg(db, street, { areas, units, posts });
  await storeMediators(db, street, {
    units,
    site: getPlaced(areas, siteKeyOf(street)),
    newId: () => newId(opened),
    now,
  });
  const accounts = listAccounts(street, () => newId(opened));
  await storeAccounts(db, accounts, { crypto: deps.crypto, createdAt: new Date(opened) });
  const ids = new Map(accounts.flatMap((account) => (account.personKey ? [[account.personKey, account.id]] : [])));
  const holdings = street.holdings.map((h) => ({
    id: newId(opened),
    post_id: posts.get(h.postKey),
    account_id: ids.get(h.personKey),
    valid_from: addDays(today, -h.fromDay),
    valid_to: h.untilDay === null ? null : addDays(today, -h.untilDay),
    deputy: h.deputy ?? false,
  }));
  await insertRows(db, 'holding', holdings);
  const siteId = getPlaced(areas, siteKeyOf(street)).id;
  await storeCommunity(db, street, { areas, siteId, id: newId(opened), now: new Date(opened) });
}

function siteKeyOf(street: Street): string {
  return street.areas.find((area) => area.parentKey === null)?.key ?? '';
}

function placeAreas(areas: readonly Area[], newId: () => string): Keyed {
  const placed = new Map<string, Placed>();
  for (const area of [...areas].sort((a, b) => a.level - b.level)) {
    const parent = area.parentKey === null ? null : getPlaced(placed, area.parentKey);
    placed.set(area.key, { id: newId(), path: areaPath(parent?.path ?? null, area.code) });
  }
  return placed;
}

async function storePlaces(
  db: Db,
  street: Street,
  deps: { areas: Keyed; newId: () => string; day: string; now: Date },
): Promise<void> {
  const { areas, newId, day, now } = deps;
  const siteId = getPlaced(areas, street.areas.find((a) => a.parentKey === null)?.key ?? '').id;
  const ordered = [...street.areas].sort((a, b) => a.level - b.level);
  const rows = ordered.map((area, sort) => {
    const parent = area.parentKey === null ? null : getPlaced(areas, area.parentKey);
    const { code, name, level, kind, population, polygon } = area;
    const own = {
      id: getPlaced(areas, area.key).id,
      siteId,
      parentId: parent?.id ?? null,
      parentPath: parent?.path ?? null,
    };
    return {
      ...own,
      code,
      name,
      level,
      kind,
      population,
      populationSource: '演示数据（按住房套数推算）',
      populationYear: Number(day.slice(0, 4)),
      geometry: polygon,
      validFrom: day,
      sort,
      reason: '演示街道',
      changedBy: null,
    };
  });
  await insertAreas(db, rows, now);
  const buildings = new Map(street.buildings.map((building) => [building.key, newId()]));
  await insertBuildings(
    db,
    street.buildings.map((b) => {
      const area = getPlaced(areas, b.microGridKey);
      const [lng, lat] = b.point.coordinates;
      const { name, address, kind, floors, footprint } = b;
      return {
        id: buildings.get(b.key) ?? '',
        siteId,
        areaId: area.id,
        path: area.path,
        name,
        address,
        kind,
        floors,
        lng,
        lat,
        footprint,
      };
    }),
  );
  const homes = street.homes.map((home) => {
    return { id: newId(), buildingId: buildings.get(home.buildingKey) ?? '', room: home.room, areaCm2: home.areaCm2 };
  });
  for (let n = 0; n < homes.length; n += homesAtOnce) await insertHomes(db, homes.slice(n, n + homesAtOnce));
  await insertScenery(
    db,
    street.scenery.map(({ kind, name, geometry }) => ({ id: newId(), siteId, kind, name: name ?? null, geometry })),
  );
}

async function storeOrg(
  db: Db,
  street: Street,
  deps: { areas: Keyed; units: ReadonlyMap<string, string>; posts: ReadonlyMap<string, string> },
): Promise<void> {
  const { areas, units, posts } = deps;
  const site = getPlaced(areas, street.areas.find((a) => a.parentKey === null)?.key ?? '');
  await insertRows(
    db,
    'unit',
    street.units.map(({ key, name, kind, phone }) => ({
      id: units.get(key),
      site_id: site.id,
      key,
      name,
      kind,
      path: site.path,
      active: true,
      phone: phone ?? null,
    })),
  );
  await insertRows(
    db,
    'unit_area',
    street.units.flatMap((unit) =>
      [...new Set(unit.areaKeys)].map((key) => ({ unit_id: units.get(unit.key), area_id: getPlaced(areas, key).id })),
    ),
  );
  await insertRows(
    db,
    'post',
    street.posts.map((post) => {
      const area = getPlaced(areas, post.areaKey);
      const unitId = post.unitKey === null ? null : units.get(post.unitKey);
      return {
        id: posts.get(post.key),
        role: post.role,
        area_id: area.id,
        path: area.path,
        unit_id: unitId,
        active: true,
        sealed: post.sealed ?? false,
      };
    }),
  );
}

/** Whole rows of one table in one statement; fields are named as the columns are, and every column must be there. */
async function insertRows(
  db: Db,
  table: 'unit' | 'unit_area' | 'post' | 'holding',
  rows: readonly object[],
): Promise<void> {
  await sql`insert into ${sql.table(table)} select r.* from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb) r`.execute(
    db,
  );
}

function getPlaced(areas: Keyed, key: string): Placed {
  const placed = areas.get(key);
  if (!placed) throw new Error(`the street has no area ${key}`);
  return placed;
}
