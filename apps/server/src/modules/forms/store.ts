import type { Actor, FormDefinition } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import { siteOf } from '../org/index.ts';
import type { FormDeps } from './deps.ts';

/** A form as it is in force. */
export interface FormInForce {
  id: string;
  siteId: string;
  version: number;
  definition: FormDefinition;
}

export interface FormRow {
  id: string;
  siteId: string;
  unitId: string;
  name: string;
  item: string;
  state: 'draft' | 'published' | 'ended';
  version: number;
  draft: FormDefinition | null;
  revision: number;
}

const formColumns = sql`id, site_id as "siteId", unit_id as "unitId", name, item_code as item, state, version, draft, revision`;

export async function findForm(db: Db, formId: string, lock?: 'lock'): Promise<FormRow | null> {
  const { rows } =
    await sql<FormRow>`select ${formColumns} from form where id = ${formId} ${lock ? sql`for update` : sql``}`.execute(
      db,
    );
  return rows[0] ?? null;
}

export async function findForms(db: Db, siteId: string): Promise<FormRow[]> {
  const { rows } =
    await sql<FormRow>`select ${formColumns} from form where site_id = ${siteId} order by name, id`.execute(db);
  return rows;
}

export async function findDefinition(db: Db, formId: string, version: number): Promise<FormDefinition | null> {
  const row = await db
    .selectFrom('form_version')
    .select('definition')
    .where('form_id', '=', formId)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.definition ?? null;
}

/** Definitions of several versions, by `form/version`. */
export async function findDefinitions(
  db: Db,
  keys: readonly { formId: string; version: number }[],
): Promise<Map<string, FormDefinition>> {
  const wanted = [...new Map(keys.map((key) => [`${key.formId}/${key.version}`, key])).values()];
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<{
    key: string;
    definition: FormDefinition;
  }>`select v.form_id || '/' || v.version as key, v.definition
    from form_version v join jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w("formId" uuid, version int)
      on w."formId" = v.form_id and w.version = v.version`.execute(db);
  return new Map(rows.map((row) => [row.key, row.definition]));
}

export async function findFormInForce(db: Db, formId: string): Promise<FormInForce | null> {
  const form = await findForm(db, formId);
  if (form?.state !== 'published') return null;
  const definition = await findDefinition(db, formId, form.version);
  return definition ? { id: form.id, siteId: form.siteId, version: form.version, definition } : null;
}

export interface ReturnRow {
  id: string;
  formId: string;
  version: number;
  siteId: string;
  unitId: string;
  formName: string;
  areaId: string;
  areaName: string;
  path: string;
  period: string;
  dueOn: string;
  state: 'waiting' | 'checked' | 'given' | 'approved' | 'sent-back';
  revision: number;
  filledAt: Date;
  checkedBy: string | null;
  givenAt: Date | null;
  approvedAt: Date | null;
  pulledAt: Date | null;
  rows: number;
  cells: number;
  filled: number;
  stale: number;
  missing: number;
  unknown: number;
}

/** Returns that answer a condition over `r`, with their form and committee. */
export async function findReturns(
  db: Db,
  where: RawBuilder<unknown>,
  more: RawBuilder<unknown> = sql``,
): Promise<ReturnRow[]> {
  const { rows } =
    await sql<ReturnRow>`select r.id, r.form_id as "formId", r.version, r.site_id as "siteId", f.unit_id as "unitId", f.name as "formName",
      r.area_id as "areaId", a.name as "areaName", r.path::text as path, r.period, r.due_on::text as "dueOn", r.state, r.revision,
      r.filled_at as "filledAt", r.checked_by as "checkedBy", r.given_at as "givenAt", r.approved_at as "approvedAt", r.pulled_at as "pulledAt",
      r.row_count as rows, r.cell_count as cells, r.filled_count as filled, r.stale_count as stale, r.missing_count as missing,
      r.unknown_count as unknown
    from form_return r join form f on f.id = r.form_id join area a on a.id = r.area_id where ${where} ${more}`.execute(
      db,
    );
  return rows;
}

export async function findReturn(db: Db, returnId: string, lock?: 'lock'): Promise<ReturnRow | null> {
  return (await findReturns(db, sql`r.id = ${returnId}`, lock ? sql`for update of r` : sql``))[0] ?? null;
}

/** The actor's site. */
export function siteFor(deps: Pick<FormDeps, 'places'>, actor: Actor): { id: string; path: string } {
  const path = siteOf(actor);
  const site = deps.places
    .get()
    .sites()
    .find((one) => one.path === path);
  return site ? { id: site.id, path } : refuse('not-found');
}
/** One entry of a return's history. */
export async function noteStep(
  db: Db,
  step: { returnId: string; act: string; byId: string | null; byWords: string; words: string; at: Date },
): Promise<void> {
  const { returnId, act, byId, byWords, words, at } = step;
  await db
    .insertInto('form_step')
    .values({ id: newId(), return_id: returnId, at, act, by_id: byId, by_words: byWords, words })
    .execute();
}

/** What happened to a form, a return, an ask or a need: ids and codes only. */
export async function noteForms(
  db: Db,
  call: { now: Date; actor: Actor; requestId: string | null },
  entry: { kind: string; noun: string; nounId: string; path: string; data?: Record<string, unknown> },
): Promise<void> {
  await appendJournal(db, [
    { at: call.now, actorId: call.actor.accountId, requestId: call.requestId, ...entry, data: entry.data ?? {} },
  ]);
}
