import { type Actor, dayOf } from '@linli/domain';
import { sql } from 'kysely';
import { loadCatalogue } from '../../../../apps/server/src/modules/cases/index.ts';
import { createListDesk } from '../../../../apps/server/src/modules/imports/index.ts';
import { loadDirectory } from '../../../../apps/server/src/modules/org/index.ts';
import { loadPlaceIndex } from '../../../../apps/server/src/modules/places/index.ts';
import type { Clock } from '../../../../apps/server/src/platform/clock.ts';
import type { Crypto } from '../../../../apps/server/src/platform/crypto/index.ts';
import type { Database, Db } from '../../../../apps/server/src/platform/db/database.ts';
import { newId } from '../../../../apps/server/src/platform/ids.ts';
import type { Log } from '../../../../apps/server/src/platform/log.ts';
import { createRandom } from '../../street/random.ts';
import { createNumbers } from '../registers/draw-person.ts';
import { readSeedState } from '../seed-state.ts';
import { drawLists, type ListPlace } from './own-lists.ts';

export interface SeedImportsDeps {
  database: Database;
  crypto: Crypto;
  clock: Clock;
  log: Pick<Log, 'info'>;
}

const dayMs = 86_400_000;
/** Numbers of no part of the street. */
const ownPart = 54;

/**
 * Lists the committee people sign in for has brought, by the product's own steps: what they added, what is wrong with them and which houses
 * nobody knows. Once; the registers must be there.
 */
export async function seedImports({ database, crypto, clock, log }: SeedImportsDeps): Promise<void> {
  const began = performance.now();
  const lists = await database.asSystem(async (db) => {
    const { seed } = await readSeedState(db);
    const { rows: mine } = await sql`insert into setting (key, value, changed_at)
      select 'demo.imports', '{}'::jsonb, ${clock.now()}
      where exists (select from setting where key like 'demo.registers.%') on conflict (key) do nothing returning key`.execute(
      db,
    );
    return mine.length === 0 || seed === null ? 0 : bringLists(db, { seed, crypto, clock });
  });
  if (lists > 0) log.info({ lists, ms: Math.round(performance.now() - began) }, 'demonstration: lists brought');
}

async function bringLists(db: Db, call: { seed: number; crypto: Crypto; clock: Clock }): Promise<number> {
  const { seed, crypto, clock } = call;
  const now = clock.now();
  const keeper = await findKeeper(db);
  if (!keeper) return 0;
  const directory = await loadDirectory(db);
  const actor: Actor = {
    kind: 'staff',
    accountId: keeper.accountId,
    name: keeper.name,
    ...directory.reachOf(keeper.accountId, dayOf(now)),
  };
  const desk = createListDesk({
    clock,
    crypto,
    catalogue: held(await loadCatalogue(db)),
    directory: held(directory),
    places: held(await loadPlaceIndex(db, clock)),
    isShared: async () => false,
    demo: true,
  });
  const random = createRandom(seed + 700);
  const place: ListPlace = {
    random,
    numbers: createNumbers(ownPart),
    today: dayOf(now),
    houses: await findHouses(db, keeper.path),
    areaName: keeper.areaName.replace(/居民区$/, ''),
  };
  const lists = drawLists(place);
  for (const { daysAgo, unknownPlace, ...list } of lists)
    await desk.bring(db, { ...list, actor, at: daysBefore(now, daysAgo), change: { unknownPlace } });
  const [first] = place.houses;
  const requestId = newId();
  const named = { actor, now: daysBefore(now, 9), requestId };
  if (first)
    await desk.name(db, {
      ...named,
      input: { requestId, said: `${place.areaName}丙楼`, is: { kind: 'place', address: first.address } },
    });
  await desk.name(db, {
    ...named,
    input: { requestId, said: '浦东大道1097弄', is: { kind: 'outside', reason: '属洋泾街道，已请来人到那边登记' } },
  });
  return lists.length;
}

function held<T>(value: T): { get(): T; refresh(): Promise<void> } {
  return { get: () => value, refresh: async () => undefined };
}

function daysBefore(at: Date, days: number): Date {
  return new Date(at.getTime() - days * dayMs - 3_600_000);
}

type Keeper = { accountId: string; name: string; areaName: string; path: string };

async function findKeeper(db: Db): Promise<Keeper | null> {
  const { rows } = await sql<Keeper>`select c.id as "accountId", c.name, a.name as "areaName", a.path::text as path
    from account c join holding h on h.account_id = c.id and h.valid_to is null join post p on p.id = h.post_id
    join area a on a.id = p.area_id where c.demo_key = '05-committee-secretary' and p.role = 'committee-secretary'`.execute(
    db,
  );
  return rows[0] ?? null;
}

async function findHouses(db: Db, path: string): Promise<ListPlace['houses']> {
  const { rows } = await sql<ListPlace['houses'][number]>`select b.address, array_agg(h.room order by h.room) as rooms
    from building b join home h on h.building_id = b.id where b.path <@ ${path}::ltree and b.kind = 'residential'
    group by b.id, b.address order by b.address`.execute(db);
  return rows;
}
