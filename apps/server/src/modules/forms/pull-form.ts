import type { OutputOf, ParsedInputOf, pullForm } from '@linli/contract';
import { type Actor, cellWords, columnNeeds, type FormDefinition, rowNoun } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { FormDeps } from './deps.ts';
import { findHiddenFigures, type HiddenFigures, hiddenWords, rowId } from './figure-sight.ts';
import { findLegalItem } from './items.ts';
import { mustFileFor, wordsOf } from './policy.ts';
import { findSealed, isSealed, sealedKey } from './show-cells.ts';
import { findDefinitions, findForm, noteForms } from './store.ts';
import type { StoredRow } from './stored-row.ts';

type Input = ParsedInputOf<typeof pullForm>;
type PulledRow = StoredRow & { version: number; committee: string; areaId: string; facts: (string | null)[] };

export interface PulledPage {
  definition: FormDefinition;
  rows: { committee: string; areaId: string; returnId: string; cells: { text: string; value: unknown }[] }[];
  next: string | null;
}

/** The department's page of approved rows: logged, with what the permitted item covers today and nothing else. */
export async function pullPage(
  db: Db,
  deps: FormDeps,
  call: { actor: Actor; input: Input; now: Date; way: 'operation' | 'file' },
): Promise<PulledPage> {
  const { actor, input, now, way } = call;
  const form = await findForm(db, input.formId);
  if (!form || form.version === 0) return refuse('not-found');
  mustFileFor(actor, form.unitId);
  const rows = await findApproved(db, input);
  const page = rows.slice(0, input.limit);
  const definitions = await findDefinitions(db, [
    { formId: form.id, version: form.version },
    ...page.map((row) => ({ formId: form.id, version: row.version })),
  ]);
  const definition = definitions.get(`${form.id}/${form.version}`) ?? refuse('not-found');
  const item = await findLegalItem(db, form.siteId, definition.item);
  if (!item) return refuse('form-not-permitted');
  const allowed = new Set(item.fields);
  const shown: PulledPage['rows'] = [];
  const sealedFields = new Set<string>();
  const sealedOf = new Map<number, ReadonlyMap<string, string>>();
  const hiddenOf = new Map<number, HiddenFigures>();
  for (const version of new Set(page.map((row) => row.version))) {
    const of = definitions.get(`${form.id}/${version}`);
    const own = page.filter((row) => row.version === version);
    if (!of) continue;
    sealedOf.set(version, await findSealed(db, deps.crypto, of, own));
    hiddenOf.set(version, await findHiddenFigures(db, actor, of, own));
  }
  for (const row of page) {
    const of = definitions.get(`${form.id}/${row.version}`);
    const sealed = sealedOf.get(row.version);
    const hidden = hiddenOf.get(row.version);
    if (!of || !sealed || !hidden) continue;
    const { committee, areaId, returnId } = row;
    shown.push({ committee, areaId, returnId, cells: pulledCells(of, row, { sealed, hidden, allowed, sealedFields }) });
  }
  const last = page.at(-1);
  await logPull(db, call, {
    form,
    rows: page,
    sealed: [...sealedFields],
    law: item.law,
    words: wordsOf(actor, deps.directory.get()),
    way,
    now,
  });
  return { definition, rows: shown, next: rows.length > input.limit && last ? `${last.returnId}/${last.key}` : null };
}

export async function pullRows(
  db: Db,
  deps: FormDeps,
  call: { actor: Actor; input: Input; now: Date },
): Promise<OutputOf<typeof pullForm>> {
  const { definition, rows, next } = await pullPage(db, deps, { ...call, way: 'operation' });
  return {
    columns: definition.columns.map(({ key, label, bind }) => ({ key, label, bind })),
    rows: rows.map((row) => ({ committee: row.committee, cells: row.cells.map((cell) => cell.text) })),
    next,
  };
}

/** The last row of the page before, and how many rows of its return stand up to it. */
interface Cursor {
  returnId: string;
  key: string;
  sort: string;
  rows: number;
}

async function findCursor(db: Db, after: string): Promise<Cursor> {
  const [returnId = '', key = ''] = after.split('/');
  const isPlace = /^[0-9a-f-]{36}$/;
  if (!isPlace.test(returnId) || !isPlace.test(key)) return refuse('not-found');
  const { rows } = await sql<Cursor>`select w.return_id as "returnId", w.row_key as key, w.sort,
      (select count(*)::int from form_row o where o.return_id = w.return_id and (o.sort, o.row_key) <= (w.sort, w.row_key)) as rows
    from form_row w where w.return_id = ${returnId}::uuid and w.row_key = ${key}::uuid`.execute(db);
  return rows[0] ?? refuse('not-found');
}

/** In the order of the ledger within each committee; read under the department's own scope: row-level security lets approved rows of its forms through. */
async function findApproved(db: Db, input: Input): Promise<PulledRow[]> {
  const cursor = input.after === undefined ? null : await findCursor(db, input.after);
  const from = cursor
    ? sql`(w.return_id, w.sort, w.row_key) > (${cursor.returnId}::uuid, ${cursor.sort}, ${cursor.key}::uuid)`
    : sql`true`;
  const { rows } =
    await sql<PulledRow>`select w.return_id as "returnId", w.row_key as key, w.path::text as path, w.cells, w.marks, w.facts::text[] as facts, r.version,
      a.name as committee, r.area_id as "areaId", null::uuid as "homeId", null::uuid as "householdId", 0 as serial
    from form_row w join form_return r on r.id = w.return_id join area a on a.id = r.area_id
    where r.form_id = ${input.formId} and r.period = ${input.period} and r.state = 'approved'
      and ${input.areaId ? sql`r.area_id = ${input.areaId}` : sql`true`} and ${from}
    order by w.return_id, w.sort, w.row_key limit ${input.limit + 1}`.execute(db);
  // The place in the ledger is counted on from the page before: counting it in the database would go through a return once for each row.
  const last = new Map(cursor ? [[cursor.returnId, cursor.rows]] : []);
  for (const row of rows) {
    row.serial = (last.get(row.returnId) ?? 0) + 1;
    last.set(row.returnId, row.serial);
  }
  return withOwners(db, rows);
}

/** Homes and households the sealed fields of a row may hang on: the department does not see the registers, the product does. */
async function withOwners(db: Db, rows: readonly PulledRow[]): Promise<PulledRow[]> {
  const ids = rows.map((row) => row.key);
  const { rows: owners } = await elevated(db, () =>
    sql<{
      id: string;
      homeId: string | null;
      householdId: string | null;
    }>`select id, home_id as "homeId", household_id as "householdId"
      from subject where id = any(${ids}::uuid[])`.execute(db),
  );
  const byId = new Map(owners.map((owner) => [owner.id, owner]));
  const { rows: kept } = await elevated(db, () =>
    sql<{
      id: string;
    }>`select id::text as id from fact where id = any(${rows.flatMap((row) => row.facts)}::bigint[])`.execute(db),
  );
  const facts = new Set(kept.map(({ id }) => id));
  return rows.map((row) => ({
    ...row,
    // What was deleted or may no longer be used since the return was approved is not given.
    cells: row.cells.map((cell, at) => (isGone(row.facts[at], facts) ? null : cell)),
    homeId: byId.get(row.key)?.homeId ?? null,
    householdId: byId.get(row.key)?.householdId ?? null,
  }));
}

function isGone(fact: string | null | undefined, kept: ReadonlySet<string>): boolean {
  return typeof fact === 'string' && !kept.has(fact);
}

function pulledCells(
  definition: FormDefinition,
  row: StoredRow,
  call: {
    sealed: ReadonlyMap<string, string>;
    hidden: HiddenFigures;
    allowed: ReadonlySet<string>;
    sealedFields: Set<string>;
  },
): { text: string; value: unknown }[] {
  const noun = rowNoun(definition);
  const hidden = call.hidden.get(rowId(row));
  return definition.columns.map((column, at) => {
    if (column.bind === 'computed' && column.computed === 'serial')
      return { text: String(row.serial), value: row.serial };
    // The item may have become narrower since the form was published.
    if (columnNeeds(column, noun).some((need) => need.level >= 3 && !call.allowed.has(need.code)))
      return { text: '', value: null };
    if (column.bind === 'field' && isSealed(column, definition)) {
      const plain = call.sealed.get(sealedKey(column, definition, row)) ?? '';
      if (plain !== '') call.sealedFields.add(column.field);
      return { text: plain, value: plain };
    }
    const isHidden = column.bind === 'figure' ? hidden?.get(at) : undefined;
    if (column.bind === 'figure' && isHidden) {
      const text = hiddenWords(column, isHidden);
      return { text, value: text };
    }
    const text = cellWords(row.cells[at], column, noun, 'zh-CN');
    return { text, value: typeof row.cells[at] === 'number' ? row.cells[at] : text };
  });
}

async function logPull(
  db: Db,
  { actor, input }: { actor: Actor; input: Input },
  call: {
    form: { id: string; unitId: string };
    rows: readonly PulledRow[];
    sealed: string[];
    law: string;
    words: string;
    way: string;
    now: Date;
  },
): Promise<void> {
  const { form, rows, sealed, law, words, way, now } = call;
  const returnIds = [...new Set(rows.map((row) => row.returnId))];
  await elevated(db, async () => {
    await sql`insert into form_pull (id, form_id, period, unit_id, by_id, by_words, at, way, row_count, return_ids, sealed, law)
      values (${newId()}, ${form.id}, ${input.period}, ${form.unitId}, ${actor.accountId}, ${words}, ${now}, ${way}, ${rows.length},
        ${returnIds}::uuid[], ${sealed}, ${law})`.execute(db);
    await sql`update form_return set pulled_at = coalesce(pulled_at, ${now}) where id = any(${returnIds}::uuid[])`.execute(
      db,
    );
    await noteForms(
      db,
      { now, actor, requestId: null },
      {
        kind: 'form.pulled',
        noun: 'form',
        nounId: form.id,
        path: actor.scopes[0]?.path.split('.')[0] ?? '',
        data: { period: input.period, rows: rows.length, sealed, way },
      },
    );
  });
}
