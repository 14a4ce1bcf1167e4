import type { listMyTasks, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, foldCase, isUnitRole, mayInArea } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { caseSummary, type SummaryRow, type ViewDeps } from './case-view.ts';
import { caseDetail, findPhotos } from './get-case.ts';
import { type ActionRow, type CaseRow, storedAction } from './load-case.ts';
import { summaryColumns } from './summary-columns.ts';

/** All a worker needs without signal: their own cases whole, what they may take and what they may check. */
export async function findMyTasks(
  db: Db,
  actor: Actor,
  input: ParsedInputOf<typeof listMyTasks>,
  deps: ViewDeps,
): Promise<OutputOf<typeof listMyTasks>> {
  const posts = actor.scopes.flatMap((s) => (s.postId ? [s.postId] : []));
  const units = actor.scopes.flatMap((s) => (s.unitId && isUnitRole(s.role) ? [s.unitId] : []));
  const { rows } = await sql<CaseRow>`select ${summaryColumns}, cases.words, cases.form, cases.rules_tried from cases
    where cases.is_open and cases.state in ('dispatched', 'in-hand', 'suspended')
      and (cases.handler_id = ${actor.accountId} or (cases.handler_id is null and (cases.target_post_id = any(${posts}::uuid[]) or cases.target_unit_id = any(${units}::uuid[]))))
    order by cases.due_at asc nulls last, cases.id limit ${input.limit}`.execute(db);
  const ids = rows.map((row) => row.id);
  const actions = await sql<
    ActionRow & { case_id: string }
  >`select case_id, seq, kind, at, actor_id, actor_unit_id, by_words, data, due
    from case_action where case_id = any(${ids}::uuid[]) order by case_id, seq`.execute(db);
  const byCase = byCaseId(actions.rows);
  const photos = await findPhotos(db, ids);
  const mine = rows.map((row) => {
    const story = byCase.get(row.id) ?? [];
    return caseDetail({ row, actions: story, fold: foldCase(story.map(storedAction)) }, actor, deps, {
      photos: photos.get(row.id) ?? [],
      person: null,
      parent: null,
    });
  });
  return {
    mine,
    pool: (await findPool(db, actor)).map((row) => caseSummary(row, deps)),
    checks: (await findChecks(db, actor)).map((row) => caseSummary(row, deps)),
    asOf: deps.now.toISOString(),
  };
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
