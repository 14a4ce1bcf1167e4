import { type Actor, isWithin, leavesOf } from '@linli/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { dayOf } from '../../../platform/clock.ts';
import { refuse } from '../../../platform/errors.ts';
import { appendJournal } from '../../../platform/journal/index.ts';
import { type SheetRow, spreadsheetContentType, writeSpreadsheet } from '../../../platform/spreadsheet.ts';
import type { TagDeps } from './deps.ts';
import { findOrdinals, listReach, readRows, rowView } from './list-by-tags.ts';
import { type ExportRow, findExport, isOpen } from './tag-exports.ts';

const pageRows = 500;

/** The approved list as a sheet, for whoever asked, while it is open: what they may see today, marked with who, why and when. */
export function tagExportRoute(
  http: FastifyInstance,
  deps: TagDeps,
  actorOf: (request: FastifyRequest) => Promise<Actor>,
): void {
  http.get<{ Querystring: { exportId?: unknown } }>('/api/export-by-tags', async (request, reply) => {
    const actor = await actorOf(request);
    if (actor.kind === 'anonymous') refuse('sign-in-needed');
    const { exportId } = request.query;
    if (typeof exportId !== 'string' || !/^[0-9a-f-]{36}$/i.test(exportId)) return refuse('not-found');
    const now = deps.clock.now();
    const row = await deps.database.as(actor, (db) => findExport(db, exportId, 'read'));
    if (!row || row.asked_by !== actor.accountId) return refuse('not-found');
    if (!isOpen(row, now)) return refuse('tag-export-closed');
    const paths = listReach(deps, { actor, expression: row.expression });
    await deps.database.asSystem(async (db) => {
      await sql`update tag_export set downloads = downloads + 1 where id = ${row.id}`.execute(db);
      await appendJournal(db, [
        {
          at: now,
          kind: 'tag-export.fetched',
          noun: 'tag-export',
          nounId: row.id,
          path: row.path,
          actorId: actor.accountId,
          requestId: null,
          data: {},
        },
      ]);
    });
    const columns = [
      { header: '姓名/名称', key: 'name', width: 20, kind: 'text' as const },
      { header: '所在区域', key: 'area', width: 24, kind: 'text' as const },
      { header: '住址', key: 'home', width: 36, kind: 'text' as const },
      { header: '年龄', key: 'age', width: 8, kind: 'number' as const },
      { header: '标签', key: 'tags', width: 48, kind: 'text' as const },
      { header: '水印', key: 'mark', width: 40, kind: 'text' as const },
    ];
    const mark = `${row.asked_words} ${dayOf(now)} ${row.id.slice(-8)}`;
    return reply
      .header('cache-control', 'private, no-store')
      .header(
        'content-disposition',
        `attachment; filename="list-by-tags.xlsx"; filename*=UTF-8''${encodeURIComponent(`标签名单 ${dayOf(now)}.xlsx`)}`,
      )
      .header('content-type', spreadsheetContentType)
      .send(
        writeSpreadsheet({ sheetName: '标签名单', columns, rows: sheetRows(deps, { actor, row, now, paths, mark }) }),
      );
  });
}

async function* sheetRows(
  deps: TagDeps,
  call: { actor: Actor; row: ExportRow; now: Date; paths: readonly string[]; mark: string },
): AsyncGenerator<SheetRow> {
  const { actor, row, now, mark } = call;
  yield {
    name: `仅用于：${row.reason}。批准：${row.decided_words ?? ''}（${row.decided_note ?? ''}）。不得转发，用后删除。`,
    mark,
  };
  const { byId } = deps.tags.get();
  // What was asked for and approved: no other tag of these people goes into the file.
  const asked = new Set(leavesOf(row.expression).flatMap((leaf) => ('tag' in leaf ? [leaf.tag] : [])));
  // Today's reach: all that was asked for, or what of it lies within; nothing of it where the reader has moved elsewhere.
  const paths = call.paths.some((path) => isWithin(row.path, path))
    ? [row.path]
    : call.paths.filter((path) => isWithin(path, row.path));
  if (paths.length === 0) return;
  for (let after = 0; ; ) {
    const part = await deps.database.as(actor, async (db) => {
      const question = { expression: row.expression, noun: row.noun, now, paths };
      const ordinals = await findOrdinals(db, deps, { ...question, after, limit: pageRows });
      return { ordinals, rows: await readRows(db, ordinals) };
    });
    for (const each of part.rows) {
      const view = rowView(deps, actor, each, dayOf(now));
      const tags = view.tags.filter((id) => asked.has(id)).map((id) => byId.get(id)?.name.zh ?? '');
      yield { name: view.name, area: view.areaName, home: view.homeName, age: view.age, tags: tags.join('、'), mark };
    }
    const last = part.ordinals.at(-1);
    if (last === undefined || part.ordinals.length < pageRows) return;
    after = last;
  }
}
