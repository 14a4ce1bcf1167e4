import type { OutputOf, previewForm } from '@linli/contract';
import { type Actor, dayOf, type FormDefinition } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import type { FormDeps } from './deps.ts';
import { selectRows } from './fill/fill-returns.ts';
import { findTagNumbers, tagsNamed } from './fill/find-tags.ts';
import { mustFileFor } from './policy.ts';
import { findDoubles, problemsOf } from './save-form.ts';
import { findDefinition, findForm } from './store.ts';
import { percentOf } from './views.ts';

/** Rows of a committee under this number are not told to a department. */
const fewest = 5;

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
  letters: string[];
};

async function countPreview(db: Db, siteId: string, definition: FormDefinition, today: string) {
  const tags = await findTagNumbers(db, siteId, tagsNamed(definition));
  const chosen = definition.areas.length === 0 ? sql`true` : sql`id = any(${definition.areas}::uuid[])`;
  const returns = sql`(select id, id as area_id from area where site_id = ${siteId} and level = 3
    and valid_from <= ${today} and (valid_to is null or valid_to > ${today}) and ${chosen})`;
  const at = definition.columns.map(
    (_, i) => sql`count(*) filter (where substr(marks, ${i + 1}, 1) in ('f','s','x','c','a','o'))::int || '/' ||
    count(*) filter (where substr(marks, ${i + 1}, 1) <> 'n')::int`,
  );
  const { rows } = await sql<Counted>`select a.id as "areaId", a.name, count(w.row_key)::int as rows,
      coalesce(sum(length(replace(marks, 'n', ''))), 0)::int as cells, coalesce(sum(length(translate(marks, 'nmgu', ''))), 0)::int as filled,
      coalesce(sum(length(translate(marks, 'fxcaonmug', ''))), 0)::int as stale,
      coalesce(sum(length(translate(marks, 'fsxcaonu', ''))), 0)::int as missing, array[${sql.join(at)}] as letters
    from ${returns} p join area a on a.id = p.id
    left join (${selectRows(definition, { today, tags, returns })}) w on w.return_id = p.id group by a.id, a.name order by a.name`.execute(
    db,
  );
  const sum = (of: (row: Counted) => number) => rows.reduce((all, row) => all + of(row), 0);
  const total = {
    rows: sum((r) => r.rows),
    cells: sum((r) => r.cells),
    filled: sum((r) => r.filled),
    stale: sum((r) => r.stale),
    missing: sum((r) => r.missing),
    unknown: 0,
  };
  return {
    areas: rows.map((row) => {
      const few = row.rows > 0 && row.rows < fewest;
      return { areaId: row.areaId, name: row.name, rows: few ? null : row.rows, percent: few ? null : percentOf(row) };
    }),
    total,
    columns: definition.columns.map((column, i) => {
      const [filled, cells] = [0, 1].map((part) => sum((row) => Number(row.letters[i]?.split('/')[part] ?? 0)));
      return { key: column.key, percent: percentOf({ filled: filled ?? 0, cells: cells ?? 0 }) };
    }),
  };
}
