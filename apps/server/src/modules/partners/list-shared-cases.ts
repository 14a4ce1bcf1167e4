import type { listSharedCases, OutputOf, ParsedInputOf } from '@linli/contract';
import { openStates } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { pageKey, readPageKey } from '../../platform/http/page-key.ts';
import { findViewRows, sharedCaseView } from './shared-case-view.ts';

/** Shared cases inside the areas the reader reads. Public cases elsewhere could be seen too, but are no work of theirs. */
export async function findSharedCaseList(
  db: Db,
  input: ParsedInputOf<typeof listSharedCases>,
  now: Date,
): Promise<OutputOf<typeof listSharedCases>> {
  const key = readPageKey(input.after, ['instant', 'uuid']);
  const conditions: RawBuilder<boolean>[] = [sql`cases.path <@ (select linli_paths())`];
  if (input.partnerId) conditions.push(sql`shared_case.partner_id = ${input.partnerId}`);
  if (input.open !== undefined) {
    const goesOn = sql<boolean>`(cases.is_open or shared_case.their_state is null or shared_case.their_state = any(${[...openStates]}::text[]))`;
    conditions.push(input.open ? goesOn : sql`not ${goesOn}`);
  }
  if (key) {
    const [at, id] = key;
    conditions.push(
      sql`(shared_case.shared_at < ${at}::timestamptz or (shared_case.shared_at = ${at}::timestamptz and shared_case.id > ${id}::uuid))`,
    );
  }
  const rows = await findViewRows(db, sql<boolean>`${sql.join(conditions, sql` and `)}`, input.limit + 1);
  const page = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  return {
    cases: page.map((row) => sharedCaseView(row, now)),
    next: last ? pageKey([last.shared_at.toISOString(), last.id]) : null,
  };
}
