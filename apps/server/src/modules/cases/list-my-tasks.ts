import type { listMyTasks, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, foldCase, mayInArea, mayInUnit } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { partsCondition, unitsOf } from './case-conditions.ts';
import { caseSummary, type SummaryRow } from './case-view.ts';
import { findChildren } from './find-children.ts';
import { caseDetail, type DetailDeps, findPhotos, findReporters } from './get-case.ts';
import { type ActionRow, type CaseRow, type LoadedCase, storedAction } from './load-case.ts';
import { worksOnCase } from './policy.ts';
import { recordLook } from './sealed-look.ts';
import { summaryColumns } from './summary-columns.ts';

/** All a worker needs without signal: their own cases whole, what they may take and what they may check. */
export async function findMyTasks(
  db: Db,
  actor: Actor,
  input: ParsedInputOf<typeof listMyTasks>,
  deps: DetailDeps,
): Promise<OutputOf<typeof listMyTasks>> {
  const posts = actor.scopes.flatMap((s) => (s.postId ? [s.postId] : []));
  const units = unitsOf(actor);
  const { rows } = await sql<CaseRow>`select ${summaryColumns}, cases.words, cases.form, cases.rules_tried from cases
    where cases.is_open and cases.state in ('dispatched', 'in-hand', 'suspended')
      and (cases.handler_id = ${actor.accountId} or (cases.state = 'in-hand' and ${partsCondition(units)}) or (cases.handler_id is null and (cases.target_post_id = any(${posts}::uuid[]) or cases.target_unit_id = any(${units}::uuid[]))))
    order by cases.due_at asc nulls last, cases.id limit ${input.limit}`.execute(db);
  const ids = rows.map((row) => row.id);
  const actions = await sql<
    ActionRow & { case_id: string }
  >`select case_id, seq, kind, at, actor_id, actor_unit_id, by_words, data, due
    from case_action where case_id = any(${ids}::uuid[]) order by case_id, seq`.execute(db);
  const byCase = byCaseId(actions.rows);
  const photos = await findPhotos(db, ids);
  const children = await findChildren(db, ids, actor, deps);
  const known = rows.flatMap((row) => (row.reporter_id && worksOnCase(actor, row) ? [row.reporter_id] : []));
  const reporters = await findReporters(db, [...new Set(known)], deps.crypto);
  const mine = rows.flatMap((row) => {
    const story = byCase.get(row.id) ?? [];
    const loaded = { row, actions: story, fold: foldCase(story.map(storedAction)) };
    if (!isMyTask(actor, loaded)) return [];
    const more = { photos: photos.get(row.id) ?? [], children: children.get(row.id) ?? [] };
    const person = worksOnCase(actor, row) ? (reporters.get(row.reporter_id ?? '') ?? null) : null;
    return [caseDetail(loaded, actor, deps, { ...more, person, parent: null, from: null })];
  });
  const shown = new Set(mine.map((one) => one.id));
  for (const row of rows)
    if (row.visibility === 'sealed' && shown.has(row.id)) await recordLook(db, actor, row, deps.now);
  return {
    mine,
    pool: (await findPool(db, actor)).map((row) => caseSummary(row, deps)),
    checks: (await findChecks(db, actor)).map((row) => caseSummary(row, deps)),
    asOf: deps.now.toISOString(),
  };
}

/** Of a task force only the lead has the case itself; the others while their part is owed. */
function isMyTask(actor: Actor, { row, fold }: LoadedCase): boolean {
  const part = fold.parts.find((p) => mayInUnit(actor, 'cases:handle', p.unitId) && !p.lead && p.finishedAt === null);
  if (part || row.handler_id === actor.accountId) return true;
  if (row.handler_id !== null) return false;
  const { target_post_id: postId, target_unit_id: unitId } = row;
  return actor.scopes.some((s) => (postId !== null && s.postId === postId) || (unitId !== null && s.unitId === unitId));
}

async function findPool(db: Db, actor: Actor): Promise<SummaryRow[]> {
  if (actor.pools.length === 0) return [];
  const mine = actor.pools.map(
    (p) => sql<boolean>`(cases.target_unit_kind = ${p.unitKind} and cases.path <@ ${p.path}::ltree)`,
  );
  const { rows } = await sql<SummaryRow>`select ${summaryColumns} from cases
    where cases.is_open and cases.target_kind = 'pool' and cases.state = 'dispatched' and (${sql.join(mine, sql` or `)})
    order by cases.due_at asc nulls last, cases.id limit 100`.execute(db);
  return rows;
}

async function findChecks(db: Db, actor: Actor): Promise<SummaryRow[]> {
  const paths = [...new Set(actor.scopes.filter((s) => mayInArea(actor, 'cases:check', s.path)).map((s) => s.path))];
  if (paths.length === 0) return [];
  const { rows } = await sql<SummaryRow>`select ${summaryColumns} from cases
    where cases.is_open and cases.state = 'handled' and cases.path <@ ${`{${paths.join(',')}}`}::ltree[] and not cases.handler_ids @> array[${actor.accountId}::uuid]
    order by cases.due_at asc nulls last, cases.id limit 100`.execute(db);
  return rows;
}

function byCaseId<T extends { case_id: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.case_id);
    if (group) group.push(row);
    else groups.set(row.case_id, [row]);
  }
  return groups;
}
