import type { Db } from '../../platform/db/database.ts';
import type { PlaceIndexData } from '../places/index.ts';
import { loadPlaceFinder, type PlaceFinder } from './place-finder.ts';

/** Place finders kept for a minute: loading all addresses of a site for every batch would cost as much as reading its rows. */
export interface FinderCache {
  get(db: Db, places: PlaceIndexData, call: { siteId: string; now: Date }): Promise<PlaceFinder>;
}

const keptMs = 60_000;

export function createFinderCache(): FinderCache {
  const kept = new Map<string, { places: PlaceIndexData; untilMs: number; finder: PlaceFinder }>();
  return {
    async get(db, places, call) {
      const known = kept.get(call.siteId);
      const nowMs = call.now.getTime();
      // Another index means the areas have changed.
      if (known && known.places === places && nowMs < known.untilMs && nowMs >= known.untilMs - keptMs)
        return known.finder;
      const finder = await loadPlaceFinder(db, places, call);
      kept.set(call.siteId, { places, untilMs: nowMs + keptMs, finder });
      return finder;
    },
  };
}
