import type { ChildView } from '@linli/contract';
import type { Actor } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import { caseSummary, type SummaryRow, type ViewDeps } from './case-view.ts';
import { isAbout } from './policy.ts';
import { summaryColumns } from './summary-columns.ts';

/** Of one case. */
const mostChildren = 300;

/**
 * Duties and findings by the case they come from, oldest first: number, state, unit and day, for who works on that case. Read as the product,
 * since a unit cannot see what another unit got; of a sealed one not even the title is told, and whom it is about is not told of it at all.
 */
export async function findChildren(
  db: Db,
  parentIds: readonly string[],
  actor: Actor,
  deps: ViewDeps,
): Promise<ReadonlyMap<string, ChildView[]>> {
  if (parentIds.length === 0) return new Map();
  const { rows } = await elevated(db, () =>
    sql<SummaryRow>`select cases.* from unnest(${parentIds}::uuid[]) as parent(id)
      cross join lateral (
        select ${summaryColumns} from cases where cases.parent_id = parent.id
        order by cases.reported_at, cases.id limit ${mostChildren}
      ) cases order by cases.reported_at, cases.id`.execute(db),
  );
  const found = new Map<string, ChildView[]>();
  for (const row of rows) {
    if (isAbout(actor, row)) continue;
    const parentId = row.parent_id ?? '';
    const child = childView(row, deps);
    found.set(parentId, [...(found.get(parentId) ?? []), child]);
  }
  return found;
}

function childView(row: SummaryRow, deps: ViewDeps): ChildView {
  const { id, number, typeCode, typeName, title, state, holder, due } = caseSummary(row, deps);
  return {
    id,
    number,
    typeCode,
    typeName,
    title,
    state,
    holder: holder?.name ?? null,
    dueAt: due?.at ?? null,
    overdue: due?.overdue ?? false,
  };
}
