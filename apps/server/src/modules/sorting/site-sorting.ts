import { type WordModel, wordModelFromBytes } from '@linli/domain';
import type { Db } from '../../platform/db/database.ts';
import type { LearnedClass } from './tables.ts';

export const sortingVersion = 'sorting';
/** From this confidence on a kind is suggested, unless the site says otherwise. */
const defaultFloor = 0.4;

/** What one site sorts with. */
export interface SiteSorting {
  floor: number;
  trainedAt: Date | null;
  cases: number;
  accuracy: number | null;
  classes: readonly LearnedClass[];
  model: WordModel | null;
}
/** By site id. */
export type Sorting = ReadonlyMap<string, SiteSorting>;

const cold: SiteSorting = { floor: defaultFloor, trainedAt: null, cases: 0, accuracy: null, classes: [], model: null };

/** Models and floors of every site, read for the memory of a web process. Bytes of another release are no model: names speak until the night. */
export async function loadSorting(db: Db): Promise<Sorting> {
  const models = await db.selectFrom('sorting_model').selectAll().execute();
  const settings = await db.selectFrom('sorting_setting').select(['site_id', 'floor']).execute();
  const sites = new Map<string, SiteSorting>();
  for (const row of models)
    sites.set(row.site_id, {
      floor: defaultFloor,
      trainedAt: row.trained_at,
      cases: row.cases,
      accuracy: row.accuracy,
      classes: row.classes,
      model: row.model ? wordModelFromBytes(row.model) : null,
    });
  for (const { site_id, floor } of settings) sites.set(site_id, { ...(sites.get(site_id) ?? cold), floor });
  return sites;
}

export function sortingOf(sorting: Sorting, siteId: string): SiteSorting {
  return sorting.get(siteId) ?? cold;
}
