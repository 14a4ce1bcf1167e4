import { type Actor, findRegisterField, type SubjectNoun } from '@linli/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Database } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { spreadsheetContentType, writeSpreadsheet } from '../../platform/spreadsheet.ts';
import { bearerOf } from './bearer.ts';
import type { FormDeps } from './deps.ts';
import { type SharedValue, serveShared } from './fetch-shared.ts';
import { findNeed } from './needs.ts';
import { templateLimits } from './templates/template-layout.ts';

const pageRows = 500;
const besides: Readonly<Record<string, string>> = {
  name: '姓名或名称',
  kind: '类别',
  address: '住址',
  committee: '居民区',
  'micro-grid': '微网格',
};

/** The rows of an approved need as one file (`GET /api/shared-file`), for whom `fetch-shared` serves; each page is logged as part of a file. */
export function sharedFileRoute(
  http: FastifyInstance,
  database: Database,
  deps: FormDeps,
  actorOf: (request: FastifyRequest) => Promise<Actor>,
): void {
  http.get<{ Querystring: { needId?: string } }>('/api/shared-file', async (request, reply) => {
    const actor = await actorOf(request);
    const { needId = '' } = request.query;
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(needId)) return refuse('input-invalid');
    const key = bearerOf(request.headers.authorization);
    const rows: SharedValue[][] = [];
    let fields: string[] = [];
    for (let after: string | undefined, isMore = true; isMore; ) {
      const input = { needId, limit: pageRows, ...(after === undefined ? {} : { after }) };
      const page = await database.as(actor, (db) =>
        serveShared(db, deps, { actor, input, key, now: deps.clock.now(), way: 'file' }),
      );
      fields = page.fields;
      rows.push(...page.rows.map(({ values }) => values));
      if (rows.length > templateLimits.mostRows) return refuse('table-too-long', { max: templateLimits.mostRows });
      after = page.next ?? undefined;
      isMore = page.next !== null;
    }
    const need = (await database.asSystem((db) => findNeed(db, needId))) ?? refuse('not-found');
    const columns = fields.map((field, at) => ({
      header: headingOf(need.noun, field),
      key: `c${at}`,
      width: 18,
      kind: 'text' as const,
    }));
    const sheetRows = rows.map((values) =>
      Object.fromEntries(fields.map((field, at) => [`c${at}`, wordsOf(need.noun, field, values[at] ?? null)])),
    );
    return reply
      .header('content-type', spreadsheetContentType)
      .header('cache-control', 'private, no-store')
      .header('content-disposition', 'attachment; filename="shared.xlsx"')
      .send(writeSpreadsheet({ sheetName: '共享数据', columns, rows: sheetRows }));
  });
}

function headingOf(noun: SubjectNoun, field: string): string {
  return besides[field] ?? findRegisterField(noun, field)?.label.zh ?? field;
}

function wordsOf(noun: SubjectNoun, field: string, value: SharedValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  const option = findRegisterField(noun, field)?.options?.find((each) => each.value === value);
  return option?.label.zh ?? String(value);
}
