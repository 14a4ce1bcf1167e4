import { addDays, dayOf } from '@linli/domain';
import { sql } from 'kysely';
import { loadPlaceIndex, type PlaceIndexData } from '../../../../apps/server/src/modules/places/index.ts';
import type { Clock } from '../../../../apps/server/src/platform/clock.ts';
import type { Crypto } from '../../../../apps/server/src/platform/crypto/index.ts';
import type { Database, Db } from '../../../../apps/server/src/platform/db/database.ts';
import type { Log } from '../../../../apps/server/src/platform/log.ts';
import { createRandom } from '../../street/random.ts';
import { createSeedIds } from '../seed-ids.ts';
import { readSeedState } from '../seed-state.ts';
import type { DemoSize } from './demo-size.ts';
import { drawPart } from './part-rows.ts';
import type { PartBuilding } from './part-shapes.ts';
import { storeLettingChecks } from './store-letting.ts';
import { storePart } from './store-part.ts';

export interface SeedRegistersDeps {
  database: Database;
  crypto: Crypto;
  clock: Clock;
  log: Pick<Log, 'info' | 'warn'>;
  size: DemoSize;
  /** Ends after the part at hand. */
  signal?: AbortSignal;
}

/** In the usual size one building of each micro-grid has been registered; whole committees are, those people sign in for. */
const wholeCommittees = ['02-grid-worker', '05-committee-secretary'];

/**
 * Fills the registers of the demonstration street part by part, each residential or business area in a transaction of its own, so that the
 * product can be used meanwhile. A killed run goes on where it was; a second one adds nothing.
 */
export async function seedRegisters(deps: SeedRegistersDeps): Promise<void> {
  const { database, clock, log, size } = deps;
  if (size === 'none') return;
  const state = await database.asSystem(readSeedState);
  if (!state.done.has('structure') || state.seed === null) return;
  const seed = state.seed;
  const began = performance.now();
  const places = await database.asSystem((db) => loadPlaceIndex(db, clock));
  const site = places.sites()[0];
  if (!site) return;
  const areas = places.areasOn(site.id, dayOf(clock.now())).filter((area) => area.level === 3);
  const whole = await database.asSystem((db) => findWholeAreas(db));
  const ordered = [...areas].sort((a, b) => Number(whole.has(b.path)) - Number(whole.has(a.path)));
  let subjects = 0;
  for (const area of ordered) {
    if (deps.signal?.aborted) return;
    const number = areas.indexOf(area);
    subjects += await database.asSystem(async (db) => {
      const key = `demo.registers.${area.id}`;
      const { rows: mine } = await sql`insert into setting (key, value, changed_at)
        values (${key}, ${JSON.stringify({ seed, size })}::jsonb, ${clock.now()}) on conflict (key) do nothing returning key`.execute(
        db,
      );
      if (mine.length === 0) return 0;
      const buildings = await findBuildings(db, area, places);
      const first = new Set(firstOfEach(buildings));
      const rows = drawPart(buildings, {
        random: createRandom(seed + 1000 + number),
        newId: createSeedIds(createRandom(seed + 2000 + number)),
        today: addDays(dayOf(clock.now()), -1),
        part: number + 1,
        division: '310115',
        filled: (building) => size === 'ruijin' || whole.has(area.path) || first.has(building.id),
      });
      await storePart(db, rows, { crypto: deps.crypto, siteId: site.id, path: area.path, now: clock.now() });
      await storeLettingChecks(db, { path: area.path, now: clock.now() });
      return rows.subjects.length;
    });
  }
  if (subjects === 0) return;
  await database.asSystem((db) => sql`analyze subject, fact, subject_secret, subject_link`.execute(db));
  log.info({ subjects, ms: Math.round(performance.now() - began) }, 'demonstration: registers filled');
}

async function findWholeAreas(db: Db): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ path: string }>`select distinct subpath(post.path, 0, 3)::text as path from account
    join holding on holding.account_id = account.id and holding.valid_to is null join post on post.id = holding.post_id
    where account.demo_key = any(${wholeCommittees}) and nlevel(post.path) >= 3`.execute(db);
  return new Set(rows.map((row) => row.path));
}

async function findBuildings(db: Db, area: { path: string }, places: PlaceIndexData): Promise<PartBuilding[]> {
  const { rows } = await sql<
    Omit<PartBuilding, 'areaIds'> & { areaId: string }
  >`select building.id, building.name, building.address,
      building.kind, building.path::text as path, building.area_id as "areaId", building.lng, building.lat,
      coalesce((select jsonb_agg(jsonb_build_object('id', home.id, 'room', home.room, 'areaM2', home.area_cm2 / 100.0) order by home.room)
        from home where home.building_id = building.id), '[]') as homes
    from building where building.path <@ ${area.path}::ltree order by building.id`.execute(db);
  return rows.map(({ areaId, ...building }) => {
    const [, grid, committee, microGrid] = places.chainOf(areaId)?.areas ?? [];
    if (!grid) throw new Error(`the building ${building.id} stands in no grid`);
    return { ...building, areaIds: [grid.id, committee?.id ?? null, microGrid?.id ?? null] };
  });
}

/** The first building with homes of each micro-grid. */
function firstOfEach(buildings: readonly PartBuilding[]): string[] {
  const seen = new Map<string, string>();
  for (const { path, id, homes } of buildings) if (homes.length > 0 && !seen.has(path)) seen.set(path, id);
  return [...seen.values()];
}
