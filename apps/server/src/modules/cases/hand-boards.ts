import { type CaseFilter, handAges, type listHands, type OutputOf, unitKinds } from '@linli/contract';
import type { CaseState } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { ViewDeps } from './case-view.ts';
import { holderName } from './holder-name.ts';

type Board = OutputOf<typeof listHands>['boards'][number];
interface Held {
  kind: string;
  unit: string | null;
  post: string | null;
  pool: string | null;
  waiting: number;
  overdue: number;
  oldest: Date;
  ages: number[];
}

/** An answer is still owed: not given and waiting to be judged. */
export const waitingStates = [
  'reported',
  'accepted',
  'dispatched',
  'in-hand',
  'suspended',
] as const satisfies readonly CaseState[];

const dayMs = 86_400_000;
/** Whole days of 24 hours that part the ages, the youngest first: plain time, no working days, so that nobody's weekend hides a wait. */
const ageBounds = [0, 1, 3, 5, null] as const;

/** All hands that wait, by who must answer: counted by the database, so no page cuts it short. Most overdue first. */
export async function findHandBoards(
  db: Db,
  scope: RawBuilder<boolean>,
  codes: readonly string[],
  deps: ViewDeps,
): Promise<Board[]> {
  const ages = handAges.map(
    (_, i) => sql`count(*) filter (where ${ageBetween(ageBounds[i] ?? 0, ageBounds[i + 1] ?? null, deps.now)})::int`,
  );
  const { rows } = await sql<Held>`select held.kind, held.unit, held.post, held.pool, count(*)::int as waiting,
      count(*) filter (where held.ran_out_at is not null)::int as overdue, min(held.reported_at) as oldest, array[${sql.join(ages)}] as ages
    from (select cases.reported_at, cases.ran_out_at, coalesce(cases.target_kind, 'desk') as kind, cases.target_unit_id as unit,
        case when cases.target_unit_id is null then cases.target_post_id end as post,
        case when cases.target_kind = 'pool' and cases.target_unit_id is null then cases.target_unit_kind end as pool
      from cases where cases.is_open and cases.state = any(${[...waitingStates]}::text[]) and ${scope}) as held
    group by held.kind, held.unit, held.post, held.pool`.execute(db);
  const boards = new Map<string, Board>();
  for (const row of rows) {
    const board = toBoard(row, codes, deps);
    const same = boards.get(board.key);
    boards.set(board.key, same ? together(same, board) : board);
  }
  return [...boards.values()].sort(
    (a, b) => b.overdue - a.overdue || (b.oldestHours ?? 0) - (a.oldestHours ?? 0) || a.key.localeCompare(b.key),
  );
}

/** The hands of one line of the board. */
export function heldBy(key: string): RawBuilder<boolean> {
  const [kind = '', id = ''] = key.split(':');
  switch (kind) {
    case 'unit':
      return sql`cases.target_unit_id = ${id}::uuid`;
    case 'post':
      return sql`cases.target_unit_id is null and cases.target_post_id = ${id}::uuid`;
    case 'pool':
      return sql`cases.target_kind = 'pool' and cases.target_unit_id is null and cases.target_unit_kind = ${id}`;
    default:
      return sql`(cases.target_kind is null or cases.target_kind = 'desk')`;
  }
}

function ageBetween(from: number, until: number | null, now: Date): RawBuilder<boolean> {
  const at = (days: number) => new Date(now.getTime() - days * dayMs).toISOString();
  // The youngest band has no end on its near side: a clock may run a little behind.
  const near = from === 0 ? sql<boolean>`true` : sql<boolean>`held.reported_at <= ${at(from)}::timestamptz`;
  return until === null ? near : sql`${near} and held.reported_at > ${at(until)}::timestamptz`;
}

function toBoard(row: Held, codes: readonly string[], deps: ViewDeps): Board {
  const { key, filter } = lineOf(row);
  return {
    key,
    unitId: row.unit,
    name: holderName(deps.directory, { kind: row.kind, unitId: row.unit, postId: row.post, unitKind: row.pool }),
    waiting: row.waiting,
    overdue: row.overdue,
    oldestHours: Math.round((deps.now.getTime() - row.oldest.getTime()) / 360_000) / 10,
    ages: agesOf((i) => row.ages[i] ?? 0),
    rows: { typeCodes: [...codes], states: [...waitingStates], ...filter },
  };
}

function lineOf({ unit, post, pool }: Held): { key: string; filter: CaseFilter } {
  if (unit !== null) return { key: `unit:${unit}`, filter: { unitId: unit } };
  if (post !== null) return { key: `post:${post}`, filter: { postId: post } };
  if (pool === null) return { key: 'desk', filter: { atDesk: true } };
  const poolKind = unitKinds.find((kind) => kind === pool);
  return { key: `pool:${pool}`, filter: poolKind ? { poolKind } : {} };
}

/** A unit may have got some from a pool and others sent. */
function together(a: Board, b: Board): Board {
  return {
    ...a,
    waiting: a.waiting + b.waiting,
    overdue: a.overdue + b.overdue,
    oldestHours: Math.max(a.oldestHours ?? 0, b.oldestHours ?? 0),
    ages: agesOf((i) => (a.ages[handAges[i] ?? 'under-1'] ?? 0) + (b.ages[handAges[i] ?? 'under-1'] ?? 0)),
  };
}

function agesOf(count: (index: number) => number): Board['ages'] {
  const [a, b, c, d] = handAges;
  return { [a]: count(0), [b]: count(1), [c]: count(2), [d]: count(3) };
}
