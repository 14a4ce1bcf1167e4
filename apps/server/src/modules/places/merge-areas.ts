import type { mergeAreas, OutputOf, ParsedInputOf } from '@linli/contract';
import type { AreaShape } from '@linli/domain';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import { type AreaRecord, newestVersion } from './area-record.ts';
import { areaEntry, type EditCall, openForEditing, type PlacesCache, refuseField } from './edit-call.ts';
import { partsOf, polygonOf } from './geometry/rings.ts';
import { mergePolygons } from './geometry/split-merge.ts';
import { placesChanged } from './store.ts';
import { refuseUnlessLowest, succeedAreas } from './succeed.ts';

type Input = ParsedInputOf<typeof mergeAreas>;

/** Joins lowest siblings that touch into one new area. Areas known only by name are joined as they are. */
export async function mergeIntoOne(
  db: Db,
  cache: PlacesCache,
  call: EditCall<Input>,
): Promise<OutputOf<typeof mergeAreas>> {
  const { input } = call;
  if (new Set(input.areaIds).size !== input.areaIds.length) refuseField('areaIds', 'invalid');
  const areas: AreaRecord[] = [];
  for (const id of input.areaIds) areas.push(await openForEditing(db, call.actor, id));
  const [first, ...others] = areas;
  if (!first) return refuseField('areaIds', 'required');
  if (others.some((area) => area.parentId !== first.parentId)) refuseField('areaIds', 'invalid');
  await refuseUnlessLowest(db, areas, { day: input.validFrom, field: 'areaIds' });
  const geometry = joinShapes(areas.map((area) => newestVersion(area).geometry));
  const population = areas.reduce((sum, area) => sum + area.population, 0);
  // A sum has the source of its parts only where they share it, and is as old as the oldest of them.
  const sources = new Set(areas.map((area) => area.populationSource));
  const years = areas.map((area) => area.populationYear);
  const populationSource = sources.size === 1 ? first.populationSource : null;
  const populationYear = years.includes(null) ? null : Math.min(...years.map(Number));
  const heirs = [{ name: input.name, geometry, population, populationSource, populationYear }];
  const { views, records, postsLeft } = await succeedAreas(db, call, [first, ...others], heirs);
  const [successor] = views;
  const [record] = records;
  if (!successor || !record) throw new Error('the merged area was not found after it was added');
  await appendJournal(db, [
    ...areas.map((area) =>
      areaEntry(call, area, 'area.merged', { successor: record.id, validFrom: input.validFrom, postsLeft }),
    ),
    areaEntry(call, record, 'area.added', { from: input.areaIds, validFrom: input.validFrom }),
  ]);
  await placesChanged(db, cache, call.now);
  return { successor };
}

function joinShapes(shapes: readonly (AreaShape | null)[]): AreaShape | null {
  const drawn = shapes.flatMap((shape) => shape ?? []);
  if (drawn.length === 0) return null;
  if (drawn.length < shapes.length) refuse('areas-not-adjacent');
  const joined = mergePolygons(drawn.flatMap((shape) => partsOf(shape).map(polygonOf)));
  return typeof joined === 'string' ? refuse('areas-not-adjacent') : joined;
}
