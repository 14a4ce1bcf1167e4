import type { OutputOf, ParsedInputOf, setPopulation } from '@linli/contract';
import type { Db } from '../../platform/db/database.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import { areaEntry, type EditCall, openForEditing, type PlacesCache, refuseIfRetired } from './edit-call.ts';
import { placesChanged } from './store.ts';

/** Writes how many people an area has, where that figure comes from and of which year. Figures per head are of it from now on. */
export async function keepPopulation(
  db: Db,
  cache: PlacesCache,
  call: EditCall<ParsedInputOf<typeof setPopulation>>,
): Promise<OutputOf<typeof setPopulation>> {
  const { areaId, population, source, year } = call.input;
  const area = await openForEditing(db, call.actor, areaId);
  refuseIfRetired(area);
  await db
    .updateTable('area')
    .set({ population, population_source: source, population_year: year })
    .where('id', '=', areaId)
    .execute();
  await appendJournal(db, [areaEntry(call, area, 'area.counted', { population, year })]);
  await placesChanged(db, cache, call.now);
  return { areaId };
}
