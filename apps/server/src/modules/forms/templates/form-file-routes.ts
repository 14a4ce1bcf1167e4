import type { Readable } from 'node:stream';
import { type Actor, type FormDefinition, guessNoun, type ProposedColumn, proposeColumns } from '@linli/domain';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Database, Db } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { readBounded } from '../../../platform/files/index.ts';
import { createRateLimit } from '../../../platform/http/rate-limit.ts';
import { newId } from '../../../platform/ids.ts';
import { spreadsheetContentType, writeSpreadsheet } from '../../../platform/spreadsheet.ts';
import type { FormDeps } from '../deps.ts';
import { filingUnit } from '../policy.ts';
import { type PulledPage, pullPage } from '../pull-form.ts';
import { siteFor } from '../store.ts';
import { type TemplateLayout, templateLimits } from './template-layout.ts';
import { fillTemplate, readTemplate, type TemplateKind } from './template-thread.ts';

const documentContentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const pageRows = 500;

/**
 * A department's own empty file in (`POST /api/form-templates`: kept, read in a thread, its headings proposed to columns), and its form's
 * approved rows out in that layout (`GET /api/form-file`). Not operations of the contract: their bodies are bytes.
 */
export function formFileRoutes(
  http: FastifyInstance,
  database: Database,
  deps: FormDeps,
  actorOf: (request: FastifyRequest) => Promise<Actor>,
): void {
  const uploads = createRateLimit(deps.clock, { most: 20, windowSeconds: 60 });
  http.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload)); // the stream, bounded below
    scope.post<{ Querystring: { name?: string; unitId?: string } }>(
      '/api/form-templates',
      { bodyLimit: templateLimits.mostBytes + 1024 },
      async (request) => {
        const actor = await actorOf(request);
        if (actor.kind === 'anonymous') refuse('sign-in-needed');
        const unitId = filingUnit(actor, request.query.unitId);
        const accountId = actor.accountId ?? refuse('sign-in-needed');
        uploads.hit(accountId);
        const name = plainName(request.query.name);
        const kind = kindOf(name);
        const bytes = await readBounded(request.raw, templateLimits.mostBytes);
        const layout = await readTemplate(kind, bytes);
        const headings = layout.headings.map((heading) => heading.text);
        const noun = guessNoun(headings.map((text) => text.split('/').at(-1) ?? text));
        const columns = proposeColumns(headings, noun);
        const templateId = newId();
        await database.asSystem((db) =>
          sql`insert into form_template (id, site_id, unit_id, name, kind, bytes, layout, made_by, made_at)
            values (${templateId}, ${siteFor(deps, actor).id}, ${unitId}, ${name}, ${kind}, ${bytes}, ${JSON.stringify(layout)}::jsonb,
              ${accountId}, ${deps.clock.now()})`.execute(db),
        );
        return {
          templateId,
          kind,
          noun,
          headings: layout.headings,
          firstRow: layout.firstRow,
          columns: columns satisfies ProposedColumn[],
        };
      },
    );
  });

  http.get<{ Querystring: { formId?: string; period?: string; areaId?: string } }>(
    '/api/form-file',
    async (request, reply) => {
      const actor = await actorOf(request);
      if (actor.kind === 'anonymous') refuse('sign-in-needed');
      const { formId, period, areaId } = request.query;
      if (
        !isId(formId) ||
        !/^(once|\d{4}(-\d{2}|-Q[1-4])?)$/.test(period ?? '') ||
        (areaId !== undefined && !isId(areaId))
      )
        return refuse('input-invalid');
      const wanted = { formId, period: period ?? '', ...(areaId === undefined ? {} : { areaId }) };
      const pulled = await database.as(actor, (db) => pullAll(db, deps, actor, wanted));
      const template = pulled.definition.templateId
        ? await database.asSystem((db) =>
            db
              .selectFrom('form_template')
              .selectAll()
              .where('id', '=', pulled.definition.templateId ?? '')
              .executeTakeFirst(),
          )
        : undefined;
      if (!template) return plainTable(reply, pulled, period ?? '');
      const filled = await fillTemplate(template.kind, template.bytes, {
        layout: template.layout,
        columns: placesOf(pulled.definition, template.layout),
        rows: pulled.rows.map((row) => row.cells.map(({ value, text }) => (typeof value === 'number' ? value : text))),
        words: { period: period ?? '', name: pulled.definition.name.zh },
      });
      return reply
        .header('content-type', template.kind === 'xlsx' ? spreadsheetContentType : documentContentType)
        .header('content-disposition', attachment(pulled.definition, period ?? '', template.kind))
        .send(filled);
    },
  );
}

/** All approved rows, in as many pages as there are, each logged as part of a file; what is refused as too long was not given. */
async function pullAll(
  db: Db,
  deps: FormDeps,
  actor: Actor,
  wanted: { formId: string; period: string; areaId?: string },
): Promise<PulledPage> {
  const rows: PulledPage['rows'] = [];
  for (let after: string | undefined; ; ) {
    const input = { ...wanted, limit: pageRows, ...(after === undefined ? {} : { after }) };
    const page = await pullPage(db, deps, { actor, input, now: deps.clock.now(), way: 'file' });
    rows.push(...page.rows);
    if (rows.length > templateLimits.mostRows) return refuse('file-too-long', { max: templateLimits.mostRows });
    if (page.next === null) return { definition: page.definition, rows: renumber(page.definition, rows), next: null };
    after = page.next;
  }
}

/** One list of all committees counts on from one to the next. */
function renumber(definition: FormDefinition, rows: PulledPage['rows']): PulledPage['rows'] {
  const serials = definition.columns.flatMap((column, at) =>
    column.bind === 'computed' && column.computed === 'serial' ? [at] : [],
  );
  for (const [i, row] of rows.entries())
    for (const at of serials) row.cells[at] = { text: String(i + 1), value: i + 1 };
  return rows;
}

function plainTable(reply: FastifyReply, { definition, rows }: PulledPage, period: string) {
  const columns = [
    { header: '居民区', key: 'committee', width: 18, kind: 'text' as const },
    ...definition.columns.map((column, at) => ({
      header: column.label.zh,
      key: `c${at}`,
      width: 16,
      kind: 'text' as const,
    })),
  ];
  const sheetRows = rows.map((row) => ({
    committee: row.committee,
    ...Object.fromEntries(row.cells.map((cell, at) => [`c${at}`, cell.text])),
  }));
  const stream: Readable = writeSpreadsheet({ sheetName: definition.name.zh, columns, rows: sheetRows });
  return reply
    .header('content-type', spreadsheetContentType)
    .header('content-disposition', attachment(definition, period, 'xlsx'))
    .send(stream);
}

/** The file goes by the form's own name (RFC 6266), with the period of one that comes again. */
function attachment({ name }: FormDefinition, period: string, kind: TemplateKind): string {
  const words = `${name.zh}${period === 'once' ? '' : ` ${period}`}.${kind}`.replace(/[\p{Cc}/\\:*?"<>|'()!]/gu, '');
  return `attachment; filename="form.${kind}"; filename*=UTF-8''${encodeURIComponent(words.toWellFormed())}`;
}

/** Where each column of the form stands in the file: by the place its key names (`c1` is the first), as the proposal gave it. */
function placesOf(definition: FormDefinition, layout: TemplateLayout): number[] | string[][] {
  const places = definition.columns.map((column) => {
    const n = /^c(\d+)$/.exec(column.key)?.[1];
    return n === undefined ? undefined : layout.headings[Number(n) - 1];
  });
  if (!layout.marked) return places.map((heading) => heading?.at ?? -1);
  return definition.columns.map((column, i) => [column.key, column.label.zh, ...(places[i] ? [places[i].text] : [])]);
}

function isId(text: string | undefined): text is string {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text ?? '');
}

function kindOf(name: string): TemplateKind {
  const end = /\.(xlsx|docx)$/i.exec(name)?.[1]?.toLowerCase();
  return end === 'xlsx' || end === 'docx' ? end : refuse('template-refused');
}

function plainName(name: unknown): string {
  if (typeof name !== 'string') return '';
  return name
    .replace(/[\p{Cc}/\\]/gu, '')
    .toWellFormed()
    .slice(-120);
}
