import type { Db } from '../../platform/db/database.ts';
import type { PlaceIndexData } from '../places/index.ts';

/** What is looked up in a site's places, kept for a minute: loading all addresses for every batch would cost as much as reading its rows. */
export interface FinderCache<Finder> {
  get(db: Db, places: PlaceIndexData, call: { siteId: string; now: Date }): Promise<Finder>;
}

const keptMs = 60_000;

export function createFinderCache<Finder>(load: FinderCache<Finder>['get']): FinderCache<Finder> {
  const kept = new Map<string, { places: PlaceIndexData; untilMs: number; finder: Finder }>();
  return {
    async get(db, places, call) {
      const known = kept.get(call.siteId);
      const nowMs = call.now.getTime();
      // Another index means the areas have changed.
      if (known && known.places === places && nowMs < known.untilMs && nowMs >= known.untilMs - keptMs)
        return known.finder;
      const finder = await load(db, places, call);
      kept.set(call.siteId, { places, untilMs: nowMs + keptMs, finder });
      return finder;
    },
  };
}
