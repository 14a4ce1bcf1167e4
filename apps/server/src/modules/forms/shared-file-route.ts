import { type Actor, findRegisterField, type SubjectNoun, subjectKindWords } from '@linli/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Database, Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { spreadsheetContentType, writeSpreadsheet } from '../../platform/spreadsheet.ts';
import { bearerOf } from './bearer.ts';
import type { FormDeps } from './deps.ts';
import { logShared, readShared, type SharedValue } from './fetch-shared.ts';
import { templateLimits } from './templates/template-layout.ts';

const pageRows = 500;
const besides: Readonly<Record<string, string>> = {
  name: '姓名或名称',
  kind: '类别',
  address: '住址',
  committee: '居民区',
  'micro-grid': '微网格',
};

/** The rows of an approved need as one file (`GET /api/shared-file`), for whom `fetch-shared` serves; logged once, when it is given. */
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
    const now = deps.clock.now();
    // In one transaction: what is refused as too long was not given.
    const { noun, fields, rows } = await database.as(actor, (db) => readAll(db, deps, { actor, needId, key, now }));
    const columns = fields.map((field, at) => ({
      header: headingOf(noun, field),
      key: `c${at}`,
      width: 18,
      kind: 'text' as const,
    }));
    const sheetRows = rows.map((values) =>
      Object.fromEntries(fields.map((field, at) => [`c${at}`, wordsOf(noun, field, values[at] ?? null)])),
    );
    return reply
      .header('content-type', spreadsheetContentType)
      .header('cache-control', 'private, no-store')
      .header('content-disposition', 'attachment; filename="shared.xlsx"')
      .send(writeSpreadsheet({ sheetName: '共享数据', columns, rows: sheetRows }));
  });
}

async function readAll(
  db: Db,
  deps: FormDeps,
  call: { actor: Actor; needId: string; key: string | null; now: Date },
): Promise<{ noun: SubjectNoun; fields: readonly string[]; rows: SharedValue[][] }> {
  const rows: SharedValue[][] = [];
  const sealedOf: string[] = [];
  for (let after: string | undefined; ; ) {
    const input = { needId: call.needId, limit: pageRows, ...(after === undefined ? {} : { after }) };
    const { noun, by, page, sealedOf: some } = await readShared(db, deps, { ...call, input });
    rows.push(...page.rows.map(({ values }) => values));
    sealedOf.push(...some);
    if (rows.length > templateLimits.mostRows) return refuse('sharing-too-long', { max: templateLimits.mostRows });
    if (page.next === null) {
      const { needId, now: at } = call;
      await logShared(db, { needId, at, way: 'file', goesOn: false, rows: rows.length, sealedOf, by });
      return { noun, fields: page.fields, rows };
    }
    after = page.next;
  }
}

function headingOf(noun: SubjectNoun, field: string): string {
  return besides[field] ?? findRegisterField(noun, field)?.label.zh ?? field;
}

function wordsOf(noun: SubjectNoun, field: string, value: SharedValue): string {
  if (value === null) return '';
  if (field === 'kind') return subjectKindWords(String(value), 'zh-CN');
  if (typeof value === 'boolean') return value ? '是' : '否';
  const option = findRegisterField(noun, field)?.options?.find((each) => each.value === value);
  return option?.label.zh ?? String(value);
}
