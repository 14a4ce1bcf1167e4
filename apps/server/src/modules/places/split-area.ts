import type { OutputOf, ParsedInputOf, splitArea } from '@linli/contract';
import type { AreaShape } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import { type AreaRecord, newestVersion } from './area-record.ts';
import { cutShape } from './cut-shape.ts';
import { areaEntry, type EditCall, openForEditing, type PlacesCache } from './edit-call.ts';
import { areaM2 } from './geometry/area.ts';
import { containsPoint } from './geometry/rings.ts';
import { placesChanged } from './store.ts';
import { refuseUnlessLowest, succeedAreas } from './succeed.ts';

type Input = ParsedInputOf<typeof splitArea>;

/** Cuts one lowest area in two along a line; the first name goes to the western (or northern) half. */
export async function splitInTwo(
  db: Db,
  cache: PlacesCache,
  call: EditCall<Input>,
): Promise<OutputOf<typeof splitArea>> {
  const { input } = call;
  const area = await openForEditing(db, call.actor, input.areaId);
  await refuseUnlessLowest(db, [area], { day: input.validFrom, field: 'areaId' });
  const shape = newestVersion(area).geometry;
  const halves = (shape && cutShape(shape, input.line.coordinates)) ?? refuse('split-line-misses');
  const populations = await sharePopulation(db, area, halves);
  const heirs = input.names.map((name, n) => {
    const { populationSource, populationYear } = area;
    const geometry = halves[n] ?? halves[0];
    return { name, geometry, population: populations[n] ?? 0, populationSource, populationYear };
  });
  const { views, records, postsLeft } = await succeedAreas(db, call, [area], heirs);
  await appendJournal(db, [
    areaEntry(call, area, 'area.split', {
      successors: records.map((record) => record.id),
      validFrom: input.validFrom,
      postsLeft,
    }),
    ...records.map((record) => areaEntry(call, record, 'area.added', { from: [area.id], validFrom: input.validFrom })),
  ]);
  await placesChanged(db, cache, call.now);
  return { successors: views };
}

/** The people of an area shared by its homes, or by ground where no home is known; nobody is lost by rounding. */
async function sharePopulation(
  db: Db,
  area: AreaRecord,
  [first, second]: readonly [AreaShape, AreaShape],
): Promise<[number, number]> {
  const { rows } = await sql<{
    lng: number;
    lat: number;
    homes: number;
  }>`select building.lng, building.lat, count(home.id)::int as homes
    from building join home on home.building_id = building.id where building.area_id = ${area.id} group by building.id`.execute(
    db,
  );
  const all = rows.reduce((sum, row) => sum + row.homes, 0);
  const inFirst = rows.reduce((sum, row) => sum + (containsPoint(first, row.lng, row.lat) ? row.homes : 0), 0);
  const share = all > 0 ? inFirst / all : areaM2(first) / (areaM2(first) + areaM2(second));
  const own = Math.round(area.population * share);
  return [own, area.population - own];
}
