import type { listMyCases, OutputOf, ParsedInputOf } from '@linli/contract';
import type { Actor } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { pageKey, readPageKey } from '../../platform/http/page-key.ts';
import { caseSummary, type SummaryRow, type ViewDeps } from './case-view.ts';
import { summaryColumns } from './summary-columns.ts';

/** Cases the actor reported or joined, the latest change first, with what changed since they last looked. */
export async function findMyCases(
  db: Db,
  actor: Actor,
  input: ParsedInputOf<typeof listMyCases>,
  deps: ViewDeps,
): Promise<OutputOf<typeof listMyCases>> {
  const key = readPageKey(input.after, ['instant', 'uuid']);
  const { rows } = await sql<SummaryRow & { seen_at: Date | null }>`select ${summaryColumns}, case_reporter.seen_at
    from case_reporter join cases on cases.id = case_reporter.case_id
    where case_reporter.account_id = ${actor.accountId}
      and (${key?.[0] ?? null}::timestamptz is null or (cases.changed_at, cases.id) < (${key?.[0] ?? null}::timestamptz, ${key?.[1] ?? null}::uuid))
    order by cases.changed_at desc, cases.id desc limit ${input.limit + 1}`.execute(db);
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    cases: page.map((row) => ({
      ...caseSummary(row, deps),
      unseen: row.seen_at === null || row.changed_at > row.seen_at,
      canRate:
        row.state === 'closed' &&
        row.rating === null &&
        deps.catalogue.definitionOf(row.type_code, row.type_version).rating.enabled,
    })),
    next: rows.length > input.limit && last ? pageKey([last.changed_at.toISOString(), last.id]) : null,
  };
}
