import { type listHands, type OutputOf, outsideListCode, type ParsedInputOf } from '@linli/contract';
import type { Actor } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { pageKey, readPageKey } from '../../platform/http/page-key.ts';
import { scopeCondition } from './case-conditions.ts';
import { caseSummary, type SummaryRow, type ViewDeps } from './case-view.ts';
import { findHandBoards, heldBy, waitingStates } from './hand-boards.ts';
import { handCodes, upPrefix } from './hand-kinds.ts';
import { mayByPlace } from './policy.ts';
import { summaryColumns } from './summary-columns.ts';

/** Raised hands in both directions with their age, and the board of who still owes how many answers. */
export async function findHands(
  db: Db,
  actor: Actor,
  input: ParsedInputOf<typeof listHands>,
  deps: ViewDeps,
): Promise<OutputOf<typeof listHands>> {
  const codes = handCodes(deps.catalogue, 'both');
  const key = readPageKey(input.after, ['instant', 'uuid']);
  const scope = sql<boolean>`cases.type_code = any(${codes}::text[]) and ${scopeCondition(actor, deps.places)}`;
  const conditions: RawBuilder<boolean>[] = [
    input.answered
      ? sql`(not cases.is_open or cases.state = 'handled')`
      : sql`cases.is_open and cases.state = any(${[...waitingStates]}::text[])`,
    scope,
  ];
  if (input.holder !== undefined) conditions.push(heldBy(input.holder));
  // What waits is read from the oldest on, what was answered from the newest on.
  const [after, by] = input.answered ? [sql`<`, sql`desc`] : [sql`>`, sql`asc`];
  if (key)
    conditions.push(
      sql`(cases.reported_at, cases.id) ${after} (${key[0] ?? null}::timestamptz, ${key[1] ?? null}::uuid)`,
    );
  const { rows } = await sql<SummaryRow>`select ${summaryColumns} from cases where ${sql.join(conditions, sql` and `)}
    order by cases.reported_at ${by}, cases.id ${by} limit ${input.limit + 1}`.execute(db);
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    hands: page.map((row) => ({
      ...caseSummary(row, deps),
      direction: row.type_code.startsWith(upPrefix) ? 'up' : 'down',
      ageHours: Math.round((deps.now.getTime() - row.reported_at.getTime()) / 360_000) / 10,
      mayRefuse:
        row.rule_key === outsideListCode &&
        (row.state === 'reported' || row.state === 'accepted') &&
        mayByPlace(actor, 'cases:desk', row),
    })),
    next: rows.length > input.limit && last ? pageKey([last.reported_at.toISOString(), last.id]) : null,
    boards: await findHandBoards(db, scope, codes, deps),
  };
}
