import type { ImportRun } from '@linli/contract';
import type { Actor } from '@linli/domain';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Crypto } from '../../platform/crypto/index.ts';
import type { Db } from '../../platform/db/database.ts';
import type { Tables } from '../../platform/db/tables.ts';
import { refuse } from '../../platform/errors.ts';
import type { PlaceIndex } from '../places/index.ts';
import { mustHandle } from './policy.ts';
import type { BadRow, OpenRow } from './prepare-rows.ts';

export type RunRow = Selectable<Tables['import_run']>;
const rowContext = 'import.row';

/** The run, locked when something is about to change; refused as gone, and to who may not handle its kind there. In a system transaction. */
export async function getRun(
  db: Db,
  call: { actor: Actor; places: PlaceIndex },
  runId: string,
  lock: 'lock' | 'read',
): Promise<RunRow> {
  let query = db.selectFrom('import_run').selectAll().where('id', '=', runId);
  if (lock === 'lock') query = query.forUpdate();
  const run = await query.executeTakeFirst();
  mustHandle(call.actor, call.places, run ?? null);
  return run ?? refuse('import-gone');
}

export function runView(run: RunRow, places: PlaceIndex): ImportRun {
  return {
    id: run.id,
    kind: run.kind,
    areaName: places.chainOf(run.area_id ?? run.site_id)?.areas.at(-1)?.name ?? '',
    fileName: run.file_name,
    format: run.format,
    encoding: run.encoding,
    headings: run.headings,
    rowCount: run.row_count,
    state: run.state,
    mappingName: run.mapping?.name ?? null,
    done: run.cursor_n,
    added: run.added,
    same: run.same,
    changed: run.changed,
    chased: run.chased,
    bad: run.bad,
    uploadedAt: run.uploaded_at.toISOString(),
    changedAt: run.changed_at.toISOString(),
  };
}

/** A row as it is kept: its cells can be opened by the product only. */
export type SealedRow = Pick<OpenRow, 'n' | 'line'> & { sealed: Buffer };

/** Each row sealed by itself: they hold names and telephone numbers. */
export function sealRows(crypto: Crypto, rows: readonly OpenRow[]): SealedRow[] {
  return rows.map(({ n, line, cells }) => ({ n, line, sealed: crypto.encrypt(JSON.stringify(cells), rowContext) }));
}

/** Appends rows to a run. */
export async function insertSealed(db: Db, runId: string, rows: readonly SealedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into import_row (run_id, n, line, sealed)
    select ${runId}, r.n, r.line, r.sealed
    from unnest(${rows.map((row) => row.n)}::int[], ${rows.map((row) => row.line)}::int[],
      ${rows.map((row) => row.sealed)}::bytea[]) as r(n, line, sealed)`.execute(db);
}

/** The next rows after `afterN`, opened. */
export async function readRowsAfter(
  db: Db,
  crypto: Crypto,
  runId: string,
  page: { afterN: number; limit: number },
): Promise<OpenRow[]> {
  const { rows } = await sql<{
    n: number;
    line: number;
    sealed: Buffer;
  }>`select n, line, sealed from import_row where run_id = ${runId} and n > ${page.afterN} order by n limit ${page.limit}`.execute(
    db,
  );
  return rows.map(({ n, line, sealed }) => ({
    n,
    line,
    cells: JSON.parse(crypto.decrypt(sealed, rowContext)) as string[], // sealed by sealRows
  }));
}

export async function insertProblems(db: Db, runId: string, bad: readonly BadRow[]): Promise<void> {
  const rows = bad.flatMap(({ row, problems }) =>
    problems.map((problem, nr) => ({ n: row.n, nr, line: row.line, ...problem })),
  );
  if (rows.length === 0) return;
  await sql`insert into import_problem (run_id, n, nr, line, heading, code, params)
    select ${runId}, r.n, r.nr, r.line, r.heading, r.code, r.params
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(n int, nr int, line int, heading text, code text, params jsonb)
    on conflict do nothing`.execute(db);
}

/** The next problems in the order of the table. */
export function readProblemsAfter(
  db: Db,
  runId: string,
  page: { after: { n: number; nr: number }; limit: number },
): Promise<Pick<Selectable<Tables['import_problem']>, 'n' | 'nr' | 'line' | 'heading' | 'code' | 'params'>[]> {
  const { n, nr } = page.after;
  return db
    .selectFrom('import_problem')
    .select(['n', 'nr', 'line', 'heading', 'code', 'params'])
    .where('run_id', '=', runId)
    .where(sql<boolean>`(n, nr) > (${n}, ${nr})`)
    .orderBy('n')
    .orderBy('nr')
    .limit(page.limit)
    .execute();
}

/**
 * Counts new orders whose time is up on arrival. Said of the whole table, so it lies where no row is: rows and their problems count from 1.
 */
export async function addLate(db: Db, runId: string, late: number): Promise<void> {
  await sql`insert into import_problem as known (run_id, n, nr, line, heading, code, params)
    values (${runId}, 0, 0, 0, '', 'late-on-arrival', jsonb_build_object('count', ${late}::int))
    on conflict (run_id, n, nr) do update
    set params = jsonb_build_object('count', (known.params->>'count')::int + ${late}::int)`.execute(db);
}

export async function readLate(db: Db, runId: string): Promise<number> {
  const row = await db
    .selectFrom('import_problem')
    .select('params')
    .where('run_id', '=', runId)
    .where('n', '=', 0)
    .executeTakeFirst();
  return Number(row?.params.count ?? 0);
}

/** Begins a pass anew: nothing done, nothing counted, no problem known. */
export async function resetRun(db: Db, runId: string): Promise<void> {
  await db.deleteFrom('import_problem').where('run_id', '=', runId).execute();
  await db.deleteFrom('import_number').where('run_id', '=', runId).execute();
}
