import { CaseFilter, stateWords } from '@linli/contract';
import { type Actor, holdsPermission } from '@linli/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type RawBuilder, sql } from 'kysely';
import type { Clock } from '../../platform/clock.ts';
import { dayOf } from '../../platform/clock.ts';
import type { Database, Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { fieldProblems } from '../../platform/http/field-problems.ts';
import { readQuery } from '../../platform/http/read-query.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import { type SheetColumn, spreadsheetContentType, writeSpreadsheet } from '../../platform/spreadsheet.ts';
import { siteOf } from '../org/index.ts';
import { listScope } from './case-conditions.ts';
import { caseSummary, type SummaryRow } from './case-view.ts';
import type { CaseDeps } from './deps.ts';
import { searchConditions } from './find-outside-number.ts';
import { summaryColumns } from './summary-columns.ts';

const columns = [
  { key: 'number', header: '编号', width: 18, kind: 'text' },
  { key: 'type', header: '类型', width: 16, kind: 'text' },
  { key: 'title', header: '内容', width: 44, kind: 'text' },
  { key: 'state', header: '状态', width: 10, kind: 'text' },
  { key: 'area', header: '所在区域', width: 28, kind: 'text' },
  { key: 'address', header: '地址', width: 28, kind: 'text' },
  { key: 'holder', header: '承办', width: 24, kind: 'text' },
  { key: 'reportedAt', header: '上报时间', width: 18, kind: 'instant' },
  { key: 'promisedAt', header: '承诺办结', width: 18, kind: 'instant' },
  { key: 'closedAt', header: '结案时间', width: 18, kind: 'instant' },
  { key: 'late', header: '超期', width: 8, kind: 'text' },
  { key: 'rating', header: '评分', width: 8, kind: 'number' },
] as const satisfies readonly SheetColumn[];

const pageRows = 2000;
const mostRows = 200_000;

/** What the inbox shows, as a spreadsheet; the same filter, read page by page. That it was exported is written in the journal. */
export function exportRoute(
  http: FastifyInstance,
  database: Database,
  clock: Clock,
  deps: CaseDeps,
  actorOf: (request: FastifyRequest) => Promise<Actor>,
): void {
  http.get('/api/export-cases', async (request, reply) => {
    const actor = await actorOf(request);
    if (actor.kind === 'anonymous') refuse('sign-in-needed');
    if (!holdsPermission(actor, 'cases:export')) refuse('not-allowed');
    const parsed = CaseFilter.safeParse(readQuery(CaseFilter, request.query as Record<string, unknown>));
    if (!parsed.success) refuse('input-invalid', {}, { fields: fieldProblems(parsed.error) });
    // Before anything is sent: what the filter cannot mean is refused, not cut off in the middle of a file.
    const conditions = await database.as(actor, (db) => exportConditions(db, actor, parsed.data, deps));
    const now = clock.now();
    const site = siteOf(actor);
    const siteId =
      deps.places
        .get()
        .sites()
        .find((s) => s.path === site)?.id ?? refuse('not-found');
    await database.as(actor, (db) =>
      appendJournal(db, [
        {
          at: now,
          kind: 'cases.exported',
          noun: 'site',
          nounId: siteId,
          path: site,
          actorId: actor.accountId,
          requestId: null,
          data: {},
        },
      ]),
    );
    const stream = writeSpreadsheet({
      sheetName: '事项',
      columns: [...columns],
      rows: pages(database, actor, conditions, deps, now),
    });
    return reply
      .header('content-type', spreadsheetContentType)
      .header('content-disposition', `attachment; filename="cases-${dayOf(now)}.xlsx"`)
      .send(stream);
  });
}

async function exportConditions(
  db: Db,
  actor: Actor,
  filter: CaseFilter,
  deps: CaseDeps,
): Promise<RawBuilder<boolean>[]> {
  const places = deps.places.get();
  return [
    // A file goes on to people the product does not know.
    sql`cases.visibility <> 'sealed'`,
    listScope(actor, places, filter),
    ...(await searchConditions(db, filter, { places, catalogue: deps.catalogue.get(), actor })),
  ];
}

async function* pages(
  database: Database,
  actor: Actor,
  conditions: readonly RawBuilder<boolean>[],
  deps: CaseDeps,
  now: Date,
) {
  const places = deps.places.get();
  const view = { catalogue: deps.catalogue.get(), directory: deps.directory.get(), places, now };
  let after: string | null = null;
  for (let count = 0; count < mostRows; ) {
    const from: string | null = after;
    const rows: SummaryRow[] = await database.as(actor, async (db) => {
      const found = await sql<SummaryRow>`select ${summaryColumns} from cases where ${sql.join(conditions, sql` and `)}
        and (${from}::uuid is null or cases.id < ${from}::uuid) order by cases.id desc limit ${pageRows}`.execute(db);
      return found.rows;
    });
    for (const row of rows) yield sheetRow(row, view);
    count += rows.length;
    after = rows.at(-1)?.id ?? null;
    if (rows.length < pageRows) return;
  }
}

function sheetRow(row: SummaryRow, view: Parameters<typeof caseSummary>[1]) {
  const summary = caseSummary(row, view);
  return {
    number: summary.number,
    type: summary.typeName.zh,
    title: summary.title,
    state: stateWords[summary.state].zh,
    area: summary.place.areas
      .slice(1)
      .map((a) => a.name)
      .join(' / '),
    address: summary.place.address,
    holder: summary.holder?.name ?? '',
    reportedAt: row.reported_at,
    promisedAt: row.promised_at,
    closedAt: row.closed_at,
    late: row.ran_out_at ? '是' : '',
    rating: row.rating,
  };
}
