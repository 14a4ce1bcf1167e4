import type { ImportMapping } from '@linli/contract';
import { convertPoint } from '@linli/domain';
import type { Db } from '../../platform/db/database.ts';
import { compileMapping, plainWord } from './compile-mapping.ts';
import type { ImportDeps } from './deps.ts';
import type { ImportSite } from './policy.ts';
import type { ReadContext } from './read-order.ts';

/** All that reading rows needs, loaded once for a batch. */
export async function loadReadContext(
  db: Db,
  deps: ImportDeps,
  call: { site: ImportSite; mapping: ImportMapping; headings: readonly string[]; now: Date; quiet: boolean },
): Promise<ReadContext> {
  const { site, mapping, headings, now, quiet } = call;
  const places = deps.places.get();
  const unitIds = new Map<string, string>();
  for (const unit of deps.directory.get().units.values())
    if (unit.active && unit.siteId === site.id) unitIds.set(plainWord(unit.name), unit.id);
  const typeNeedsPlace = new Map<string, boolean>();
  for (const { active, definition } of deps.catalogue.get().types.values())
    if (active && definition.reporters.includes('import')) typeNeedsPlace.set(definition.code, definition.needsPlace);
  return {
    compiled: compileMapping(mapping, headings),
    finder: await deps.finders.get(db, places, { siteId: site.id, now }),
    unitIds,
    typeNeedsPlace,
    locate({ lng, lat, crs }) {
      const point = convertPoint({ lng, lat }, crs, 'wgs84');
      const located = places.locate(point.lng, point.lat);
      return located?.siteId === site.id ? located : null;
    },
    now,
    quiet,
  };
}
