import type { CaseFilter, listIndicators, OutputOf, ParsedInputOf } from '@linli/contract';
import type { Actor } from '@linli/domain';
import { dayOf } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/database.ts';
import { type FigureCounts, figureKeys } from './figure-keys.ts';
import { findMembers } from './group-members.ts';
import { findTypeNames } from './latest-cases.ts';
import { type Period, sumByArea, sumByType, sumByUnit } from './read-figures.ts';
import type { MeasuresDeps } from './scope.ts';

type Row = OutputOf<typeof listIndicators>['rows'][number];
/** Makes a row of what was counted; the same for areas, units and types. */
export type ToRow = (id: string, name: string, counts: FigureCounts | undefined, filter: CaseFilter) => Row;

/**
 * The figures of a joint community: all its areas together first, then one by one; or summed by unit or type. The reader must hold
 * measures over every one of them: a part is not the whole.
 */
export async function groupRows(
  db: Db,
  deps: MeasuresDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof listIndicators>; now: Date },
  groupId: string,
  toRow: ToRow,
): Promise<Row[]> {
  const { name, roots } = await findMembers(db, deps, call.actor, groupId, dayOf(call.now));
  const period: Period = call.input;
  const filter = { areaGroupId: groupId };
  if (call.input.by === 'area') {
    const sums = await sumByArea(
      db,
      roots.map((root) => root.id),
      figureKeys,
      period,
    );
    return [
      toRow(groupId, name, addUp([...sums.values()]), filter),
      ...roots.map((root) => toRow(root.id, root.name, sums.get(root.id), { areaId: root.id })),
    ];
  }
  const sumBy = call.input.by === 'unit' ? sumByUnit : sumByType;
  const each: ReadonlyMap<string, FigureCounts>[] = [];
  for (const root of roots) each.push(await sumBy(db, root.path, period));
  const names = call.input.by === 'unit' ? unitNames(deps) : await findTypeNames(db);
  const ids = [...new Set(each.flatMap((sums) => [...sums.keys()]))].sort();
  return ids.map((id) =>
    toRow(id, names.get(id) ?? id, addUp(each.flatMap((sums) => sums.get(id) ?? [])), {
      ...filter,
      ...(call.input.by === 'unit' ? { countedUnitId: id } : { typeCodes: [id] }),
    }),
  );
}

function unitNames(deps: MeasuresDeps): ReadonlyMap<string, string> {
  return new Map([...deps.directory.get().units].map(([id, unit]) => [id, unit.name]));
}

function addUp(parts: readonly FigureCounts[]): FigureCounts {
  const sum: FigureCounts = {};
  for (const key of figureKeys) {
    const count = parts.reduce((total, part) => total + (part[key] ?? 0), 0);
    if (count !== 0) sum[key] = count;
  }
  return sum;
}
