import { Readable } from 'node:stream';
import type { ImportMapping, Language } from '@linli/contract';
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
import type { ImportSite } from './policy.ts';
import { problemMessage } from './problem-words.ts';
import { orderMapping } from './step-context.ts';
import { getRun, type RunRow, readProblemsAfter, readRowsAfter } from './store.ts';

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
    const places = deps.places.get();
    const { importId } = request.query;
    if (typeof importId !== 'string' || !/^[0-9a-f-]{36}$/i.test(importId)) return refuse('import-gone');
    const run = await database.asSystem((db) => getRun(db, { actor, places }, importId, 'read'));
    return { actor, site: { id: run.site_id, path: run.path }, run };
  }

  http.get<{ Querystring: Query }>('/api/export-import-problems', async (request, reply) => {
    const { run } = await runFor(request);
    const language = languageOf(request);
    if (request.query.format === 'xlsx')
      return reply
        .header('content-type', spreadsheetContentType)
        .header('content-disposition', 'attachment; filename="import-problems.xlsx"')
        .send(writeSpreadsheet({ ...problemSheet[language], rows: problemRows(database, run.id, language) }));
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="import-problems.csv"')
      .send(Readable.from(problemLines(database, run.id, language), { objectMode: false }));
  });

  http.get<{ Querystring: Query }>('/api/export-import-results', async (request, reply) => {
    const { actor, site, run } = await runFor(request);
    if (!holdsPermission(actor, 'cases:export')) refuse('not-allowed');
    const mapping = orderMapping(run.mapping);
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

const problemHeads: Readonly<Record<Language, { sheetName: string; line: string; heading: string; problem: string }>> =
  {
    'zh-CN': { sheetName: '问题', line: '行', heading: '列', problem: '问题' },
    en: { sheetName: 'Problems', line: 'Line', heading: 'Column', problem: 'Problem' },
  };

function problemSheetOf({ sheetName, line, heading, problem }: (typeof problemHeads)[Language]) {
  return {
    sheetName,
    columns: [
      { header: line, key: 'line', width: 10, kind: 'number' as const },
      { header: heading, key: 'heading', width: 24, kind: 'text' as const },
      { header: problem, key: 'problem', width: 60, kind: 'text' as const },
    ],
  };
}
const problemSheet = { 'zh-CN': problemSheetOf(problemHeads['zh-CN']), en: problemSheetOf(problemHeads.en) };

async function* problemLines(database: Database, runId: string, language: Language): AsyncGenerator<string> {
  const { line, heading, problem } = problemHeads[language];
  yield csvMark + csvLine([line, heading, problem]);
  for await (const row of problemRows(database, runId, language))
    yield csvLine([String(row.line), plainCell(row.heading), row.problem]);
}

/** The bad rows page by page: a long table may have a problem in every cell. */
async function* problemRows(
  database: Database,
  runId: string,
  language: Language,
): AsyncGenerator<{ line: number; heading: string; problem: string }> {
  // What is said of the whole table (n = 0) is no row of it.
  for (let after = { n: 0, nr: 0 }; ; ) {
    const page = await database.asSystem((db) => readProblemsAfter(db, runId, { after, limit: pageRows }));
    for (const { line, heading, code, params } of page)
      yield { line, heading, problem: problemMessage({ code, params }, language) };
    const last = page.at(-1);
    if (!last || page.length < pageRows) return;
    after = { n: last.n, nr: last.nr };
  }
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
