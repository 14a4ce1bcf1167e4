import type { listHands, OutputOf, ParsedInputOf } from '@linli/contract';
import type { Actor } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { scopeCondition } from './case-conditions.ts';
import { caseSummary, type SummaryRow, type ViewDeps } from './case-view.ts';
import { summaryColumns } from './summary-columns.ts';

type Board = OutputOf<typeof listHands>['boards'][number];

/** Types of the group `hand` whose code begins so go up (grid asks); the others go down (a department asks). */
const upPrefix = 'hand-up';

/** Raised hands in both directions with their age, and who still owes how many answers. */
export async function findHands(
  db: Db,
  actor: Actor,
  input: ParsedInputOf<typeof listHands>,
  deps: ViewDeps,
): Promise<OutputOf<typeof listHands>> {
  const codes = [...deps.catalogue.types.values()]
    .filter((t) => t.definition.group === 'hand')
    .map((t) => t.definition.code);
  const { rows } = await sql<SummaryRow>`select ${summaryColumns} from cases
    where ${input.answered ? sql`not cases.is_open` : sql`cases.is_open`} and cases.type_code = any(${codes}::text[]) and ${scopeCondition(actor, deps.places)}
    order by cases.reported_at, cases.id limit ${input.limit}`.execute(db);
  const hands = rows.map((row) => ({
    ...caseSummary(row, deps),
    direction: row.type_code.startsWith(upPrefix) ? ('up' as const) : ('down' as const),
    ageHours: Math.round((deps.now.getTime() - row.reported_at.getTime()) / 360_000) / 10,
  }));
  const boards = new Map<string, Board>();
  for (const hand of hands) {
    const key = hand.holder?.id ?? '';
    const board = boards.get(key) ?? {
      unitId: hand.holder?.kind === 'unit' ? hand.holder.id : null,
      name: hand.holder?.name ?? '',
      waiting: 0,
      overdue: 0,
      oldestHours: null,
    };
    boards.set(key, {
      ...board,
      waiting: board.waiting + 1,
      overdue: board.overdue + (hand.due?.overdue ? 1 : 0),
      oldestHours: Math.max(board.oldestHours ?? 0, hand.ageHours),
    });
  }
  return {
    hands,
    boards: [...boards.values()].sort((a, b) => b.overdue - a.overdue || (b.oldestHours ?? 0) - (a.oldestHours ?? 0)),
  };
}
