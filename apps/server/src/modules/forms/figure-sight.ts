import {
  type Actor,
  type FigureGroup,
  type FormColumn,
  type FormDefinition,
  type HiddenFigure,
  hideFigures,
  mayInArea,
} from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import type { StoredRow } from './stored-row.ts';

/** Figures a reader is not told, by row (`rowId`) and column. */
export type HiddenFigures = ReadonlyMap<string, ReadonlyMap<number, HiddenFigure>>;

type Row = Pick<StoredRow, 'returnId' | 'key' | 'path' | 'cells'>;

export function rowId(row: Pick<StoredRow, 'returnId' | 'key'>): string {
  return `${row.returnId}/${row.key}`;
}

/**
 * The one place that says which figures this reader may not be told: of rows whose people they do not see, those with fewer than five subjects behind
 * them, and those that would give such a one away. What was counted when the return was filled decides, whatever page of it is read.
 */
export async function findHiddenFigures(
  db: Db,
  actor: Actor,
  definition: FormDefinition,
  rows: readonly Row[],
): Promise<HiddenFigures> {
  const figures = definition.columns.flatMap((column, at) =>
    isOfPeople(column) ? [{ at, sum: column.sum === undefined ? null : `${column.noun}.${column.sum}` }] : [],
  );
  const blind = rows.filter((row) => !mayInArea(actor, 'registers:read', row.path));
  if (figures.length === 0 || blind.length === 0) return new Map();
  const groups = await findGroups(
    db,
    blind,
    figures.map(({ at }) => at),
  );
  return new Map(
    blind.map((row) => {
      const own = groups.get(rowId(row)) ?? [];
      const hidden = new Map(hideFigures(own, figures));
      // A number with nobody known behind it is not told either.
      for (const { at } of figures)
        if (row.cells[at] !== 0 && !own.some((group) => group.figures.includes(at))) hidden.set(at, 'few');
      return [rowId(row), hidden];
    }),
  );
}

/** Lamps and bins are counted as they are. */
function isOfPeople(column: FormColumn): column is Extract<FormColumn, { bind: 'figure' }> {
  return column.bind === 'figure' && column.noun !== 'asset';
}

/** For each row, how many subjects stand behind exactly which of the figures. As the product: numbers alone. */
async function findGroups(
  db: Db,
  rows: readonly Row[],
  columns: readonly number[],
): Promise<ReadonlyMap<string, readonly FigureGroup[]>> {
  const found = await elevated(db, () =>
    sql<{
      returnId: string;
      key: string;
      figures: number[];
      count: number;
    }>`select return_id as "returnId", row_key as key, figures,
        count(*)::int as count
      from (select b.return_id, b.row_key, array_agg(b.col::int order by b.col) as figures
        from form_behind b cross join lateral unnest(b.ordinals) o(ordinal)
        where b.return_id = any(${[...new Set(rows.map((row) => row.returnId))]}::uuid[]) and b.row_key = any(${rows.map((row) => row.key)}::uuid[])
          and b.col = any(${[...columns]}::smallint[])
        group by b.return_id, b.row_key, o.ordinal) f
      group by return_id, row_key, figures`.execute(db),
  );
  const groups = new Map<string, FigureGroup[]>();
  for (const { figures, count, ...row } of found.rows)
    groups.set(rowId(row), [...(groups.get(rowId(row)) ?? []), { figures, count }]);
  return groups;
}

/** How a figure that is not told reads: fewer than five, five or more, or a sum of which nothing is said. */
export function hiddenWords(column: Extract<FormColumn, { bind: 'figure' }>, hidden: HiddenFigure): string {
  if (column.sum !== undefined) return '*';
  return hidden === 'few' ? '<5' : '≥5';
}
