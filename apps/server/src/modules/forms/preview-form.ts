import type { OutputOf, previewForm } from '@linli/contract';
import { type Actor, dayOf, type FormDefinition, rowNoun, suppressCounts } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import type { FormDeps } from './deps.ts';
import { markAt, markCounts } from './fill/count-marks.ts';
import { findFieldExceptions } from './fill/field-exceptions.ts';
import { selectRows } from './fill/fill-returns.ts';
import { findTagNumbers, tagsNamed } from './fill/find-tags.ts';
import { owes } from './fill/owing-areas.ts';
import { mustFileFor } from './policy.ts';
import { findDoubles, problemsOf } from './save-form.ts';
import { findDefinition, findForm } from './store.ts';
import { percentOf } from './views.ts';

/** How full a draft's returns would be. Nothing is kept; the department sees numbers, never rows. */
export async function tryForm(
  db: Db,
  deps: FormDeps,
  call: { actor: Actor; input: { formId: string }; now: Date },
): Promise<OutputOf<typeof previewForm>> {
  const form = await findForm(db, call.input.formId);
  if (!form) return refuse('not-found');
  mustFileFor(call.actor, form.unitId);
  if (form.state === 'ended') return refuse('form-ended');
  const definition = form.draft ?? (await findDefinition(db, form.id, form.version));
  if (!definition) return refuse('not-found');
  const problems = await problemsOf(db, deps, { siteId: form.siteId, unitId: form.unitId, definition });
  const doubles = await findDoubles(db, deps, form, definition);
  const unsound = problems.some(
    ({ code }) => code !== 'item-unknown' && code !== 'field-not-in-item' && code !== 'item-not-of-unit',
  );
  if (unsound) return { problems, doubles, areas: [], total: null, columns: [] };
  const counted = await elevated(db, () => countPreview(db, form.siteId, definition, dayOf(call.now)));
  return { problems, doubles, ...counted };
}

type Counted = {
  areaId: string;
  name: string;
  rows: number;
  cells: number;
  filled: number;
  stale: number;
  missing: number;
  unknown: number;
  letters: string[];
};

async function countPreview(db: Db, siteId: string, definition: FormDefinition, today: string) {
  const tags = await findTagNumbers(db, siteId, tagsNamed(definition));
  const except = await findFieldExceptions(db, definition);
  const returns = sql`(select a.id, a.id as area_id from area a where ${owes(siteId, definition, today)})`;
  const at = definition.columns.map((_, i) => {
    const { filled, counted } = markAt(i);
    return sql`count(*) filter (where ${filled})::int || '/' || count(*) filter (where ${counted})::int`;
  });
  const { rows } = await sql<Counted>`select a.id as "areaId", a.name, count(w.row_key)::int as rows,
      coalesce(sum(${markCounts.cells}), 0)::int as cells, coalesce(sum(${markCounts.filled}), 0)::int as filled,
      coalesce(sum(${markCounts.stale}), 0)::int as stale, coalesce(sum(${markCounts.missing}), 0)::int as missing,
      coalesce(sum(${markCounts.unknown}), 0)::int as unknown, array[${sql.join(at)}] as letters
    from ${returns} p join area a on a.id = p.id
    left join (${selectRows(definition, { today, tags, except, returns })}) w on w.return_id = p.id group by a.id, a.name order by a.name`.execute(
    db,
  );
  const sum = (of: (row: Counted) => number) => rows.reduce((all, row) => all + of(row), 0);
  const total = {
    rows: sum((r) => r.rows),
    cells: sum((r) => r.cells),
    filled: sum((r) => r.filled),
    stale: sum((r) => r.stale),
    missing: sum((r) => r.missing),
    unknown: sum((r) => r.unknown),
  };
  // A department sees no people yet: fewer than five rows are not told, nor what they could be worked out from.
  const noun = rowNoun(definition);
  const own = noun === null || noun === 'asset';
  const shown = suppressCounts([
    { id: siteId, parentId: null, count: total.rows, own },
    ...rows.map((row) => ({ id: row.areaId, parentId: siteId, count: row.rows, own })),
  ]);
  const isTold = (id: string) => typeof shown.get(id) === 'number';
  return {
    areas: rows.map((row) => {
      const told = isTold(row.areaId);
      return {
        areaId: row.areaId,
        name: row.name,
        rows: told ? row.rows : null,
        percent: told ? percentOf(row) : null,
      };
    }),
    total: isTold(siteId) ? total : null,
    columns: definition.columns.map((column, i) => {
      const [filled, cells] = [0, 1].map((part) => sum((row) => Number(row.letters[i]?.split('/')[part] ?? 0)));
      return {
        key: column.key,
        percent: isTold(siteId) ? percentOf({ filled: filled ?? 0, cells: cells ?? 0 }) : null,
      };
    }),
  };
}
