import type { countCases, listCases, OutputOf, ParsedInputOf } from '@linli/contract';
import type { Actor } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { pageKey, readPageKey } from '../../platform/http/page-key.ts';
import { listScope } from './case-conditions.ts';
import { caseSummary, type SummaryRow, type ViewDeps } from './case-view.ts';
import { searchConditions } from './find-outside-number.ts';
import { summaryColumns } from './summary-columns.ts';

type Input = ParsedInputOf<typeof listCases>;

const instant = (at: Date | null) => at?.toISOString() ?? null;

/** Each order with a unique last column, and the condition "after this row". */
const orders = {
  due: {
    by: sql`cases.due_at asc nulls last, cases.id asc`,
    key: (row: SummaryRow) => [instant(row.due_at), row.id],
    after: (at: string | null, id: string | null) =>
      at === null
        ? sql<boolean>`cases.due_at is null and cases.id > ${id}::uuid`
        : sql<boolean>`(cases.due_at > ${at}::timestamptz or (cases.due_at = ${at}::timestamptz and cases.id > ${id}::uuid) or cases.due_at is null)`,
  },
  newest: {
    by: sql`cases.reported_at desc, cases.id asc`,
    key: (row: SummaryRow) => [instant(row.reported_at), row.id],
    after: (at: string | null, id: string | null) =>
      sql<boolean>`(cases.reported_at < ${at}::timestamptz or (cases.reported_at = ${at}::timestamptz and cases.id > ${id}::uuid))`,
  },
  oldest: {
    by: sql`cases.reported_at asc, cases.id desc`,
    key: (row: SummaryRow) => [instant(row.reported_at), row.id],
    after: (at: string | null, id: string | null) =>
      sql<boolean>`(cases.reported_at > ${at}::timestamptz or (cases.reported_at = ${at}::timestamptz and cases.id < ${id}::uuid))`,
  },
  changed: {
    by: sql`cases.changed_at desc, cases.id asc`,
    key: (row: SummaryRow) => [instant(row.changed_at), row.id],
    after: (at: string | null, id: string | null) =>
      sql<boolean>`(cases.changed_at < ${at}::timestamptz or (cases.changed_at = ${at}::timestamptz and cases.id > ${id}::uuid))`,
  },
} as const satisfies Record<
  Input['order'],
  {
    by: RawBuilder<unknown>;
    key(row: SummaryRow): (string | null)[];
    after(at: string | null, id: string | null): RawBuilder<boolean>;
  }
>;

/** A page of the inbox. Instants in keys carry milliseconds, as stored: the product writes no finer ones. */
export async function findCases(
  db: Db,
  actor: Actor,
  input: Input,
  deps: ViewDeps,
): Promise<OutputOf<typeof listCases>> {
  const { order: name, after, limit, ...filter } = input;
  const order = orders[name];
  const key = readPageKey(after, ['instant-or-null', 'uuid']);
  const conditions = [
    listScope(actor, deps.places, filter),
    ...(await searchConditions(db, filter, { ...deps, actor })),
  ];
  if (key) conditions.push(order.after(key[0] ?? null, key[1] ?? null));
  const { rows } =
    await sql<SummaryRow>`select ${summaryColumns} from cases where ${sql.join(conditions, sql` and `)} order by ${order.by} limit ${limit + 1}`.execute(
      db,
    );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    cases: page.map((row) => caseSummary(row, deps)),
    next: rows.length > limit && last ? pageKey(order.key(last)) : null,
  };
}

const mostCounted = 10_000;

/** How many each filter finds, counted up to 10,000. */
export async function countEach(
  db: Db,
  actor: Actor,
  input: ParsedInputOf<typeof countCases>,
  deps: Pick<ViewDeps, 'places' | 'catalogue'>,
): Promise<OutputOf<typeof countCases>> {
  const counts = [];
  for (const filter of input.filters) {
    const conditions = [
      listScope(actor, deps.places, filter),
      ...(await searchConditions(db, filter, { ...deps, actor })),
    ];
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from (select from cases where ${sql.join(conditions, sql` and `)} limit ${mostCounted + 1}) as found`.execute(
      db,
    );
    const n = rows[0]?.n ?? 0;
    counts.push({ count: Math.min(n, mostCounted), atLeast: n > mostCounted });
  }
  return { counts };
}
