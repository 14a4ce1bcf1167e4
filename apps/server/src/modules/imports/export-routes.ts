import { Readable } from 'node:stream';
import type { ImportMapping } from '@linli/contract';
import { type Actor, holdsPermission, maskName, maskPhone } from '@linli/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Database } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { languageOf } from '../../platform/http/error-answer.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import { spreadsheetContentType, writeSpreadsheet } from '../../platform/spreadsheet.ts';
import { compileMapping, plainWord } from './compile-mapping.ts';
import { csvLine, csvMark, plainCell } from './csv-text.ts';
import type { ImportDeps } from './deps.ts';
import { findResults } from './find-results.ts';
import { type ImportSite, siteOfDesk } from './policy.ts';
import { problemMessage } from './problem-words.ts';
import { getRun, type RunRow, readRowsAfter } from './store.ts';

const pageRows = 1000;
type Query = { importId?: unknown; format?: unknown };

/** Files out: the bad rows of a dry run, and the imported table with its result columns filled. Bodies are bytes, so no operations. */
export function importExportRoutes(
  http: FastifyInstance,
  database: Database,
  deps: ImportDeps,
  actorOf: (request: FastifyRequest) => Promise<Actor>,
): void {
  async function runFor(request: FastifyRequest<{ Querystring: Query }>) {
    const actor = await actorOf(request);
    if (actor.kind === 'anonymous') refuse('sign-in-needed');
    const site = siteOfDesk(actor, deps.places.get());
    const { importId } = request.query;
    if (typeof importId !== 'string' || !/^[0-9a-f-]{36}$/i.test(importId)) return refuse('import-gone');
    const run = await database.asSystem((db) => getRun(db, site, importId, 'read'));
    return { actor, site, run };
  }

  http.get<{ Querystring: Query }>('/api/export-import-problems', async (request, reply) => {
    const { run } = await runFor(request);
    const language = languageOf(request);
    const rows = await database.asSystem((db) =>
      db
        .selectFrom('import_problem')
        .select(['line', 'heading', 'code', 'params'])
        .where('run_id', '=', run.id)
        .orderBy('n')
        .orderBy('nr')
        .execute(),
    );
    const head = language === 'en' ? ['Line', 'Column', 'Problem'] : ['行', '列', '问题'];
    const lines = rows.map(({ line, heading, code, params }) =>
      csvLine([String(line), plainCell(heading), problemMessage({ code, params }, language)]),
    );
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="import-problems.csv"')
      .send(`${csvMark}${csvLine(head)}${lines.join('')}`);
  });

  http.get<{ Querystring: Query }>('/api/export-import-results', async (request, reply) => {
    const { actor, site, run } = await runFor(request);
    if (!holdsPermission(actor, 'cases:export')) refuse('not-allowed');
    const mapping = run.mapping ?? refuse('import-not-ready');
    if (run.state === 'checking') refuse('import-not-ready');
    const now = deps.clock.now();
    await database.asSystem((db) =>
      appendJournal(db, [
        {
          at: now,
          kind: 'import.results-exported',
          noun: 'import',
          nounId: run.id,
          path: run.path,
          actorId: actor.accountId,
          requestId: null,
          data: { rows: run.row_count },
        },
      ]),
    );
    const headings = [...run.headings, ...addedHeadings(run, mapping)];
    const rows = resultRows(database, deps, { site, run, mapping, headings });
    const isCsv = request.query.format === 'csv';
    reply.header('content-disposition', `attachment; filename="results.${isCsv ? 'csv' : 'xlsx'}"`);
    if (isCsv)
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .send(Readable.from(csvOf(headings, rows), { objectMode: false }));
    const columns = headings.map((header, i) => ({ header, key: `c${i}`, width: 18, kind: 'text' as const }));
    return reply
      .header('content-type', spreadsheetContentType)
      .send(writeSpreadsheet({ sheetName: '办理结果', columns, rows: sheetRows(rows) }));
  });
}

/** Result columns that the file did not have come after its own. */
function addedHeadings(run: RunRow, mapping: ImportMapping): string[] {
  const there = new Set(run.headings.map(plainWord));
  return mapping.results.flatMap(({ heading }) => (there.has(plainWord(heading)) ? [] : [heading]));
}

/** The table as it came, row by row: callers masked, result columns filled. */
async function* resultRows(
  database: Database,
  deps: ImportDeps,
  call: { site: ImportSite; run: RunRow; mapping: ImportMapping; headings: readonly string[] },
): AsyncGenerator<string[]> {
  const { site, run, mapping, headings } = call;
  const compiled = compileMapping(mapping, run.headings);
  const maskAt = new Map<number, (text: string) => string>();
  const at = new Map(headings.map((heading, i) => [plainWord(heading), i]));
  for (const { heading, to } of mapping.columns) {
    const index = at.get(plainWord(heading));
    if (index === undefined) continue;
    if (to === 'caller-name') maskAt.set(index, maskName);
    if (to === 'caller-phone') maskAt.set(index, maskPhone);
  }
  for (let afterN = 0; ; ) {
    const page = await database.asSystem(async (db) => {
      const rows = await readRowsAfter(db, deps.crypto, run.id, { afterN, limit: pageRows });
      const numbers = rows.map(({ cells }) => compiled.cellsOf('number', cells)[0]?.text ?? '');
      const results = await findResults(db, { site, mapping, directory: deps.directory.get(), numbers });
      return { rows, numbers, results };
    });
    for (const [i, row] of page.rows.entries()) {
      const cells = headings.map((_, index) => {
        const text = row.cells[index] ?? '';
        return maskAt.get(index)?.(text) ?? text;
      });
      const found = page.results.get(page.numbers[i] ?? '');
      for (const { heading, give } of found ? mapping.results : []) {
        const index = at.get(plainWord(heading));
        const value = found?.[give] ?? '';
        // What is not known yet leaves the cell as it came.
        if (index !== undefined && value !== '') cells[index] = value;
      }
      yield cells;
    }
    afterN = page.rows.at(-1)?.n ?? afterN;
    if (page.rows.length < pageRows) return;
  }
}

async function* csvOf(headings: readonly string[], rows: AsyncIterable<string[]>): AsyncGenerator<string> {
  yield csvMark + csvLine(headings);
  for await (const cells of rows) yield csvLine(cells.map(plainCell));
}

async function* sheetRows(rows: AsyncIterable<string[]>): AsyncGenerator<Record<string, string>> {
  for await (const cells of rows) yield Object.fromEntries(cells.map((cell, i) => [`c${i}`, cell]));
}
