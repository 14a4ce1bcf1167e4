import type { makeMyCopy, OutputOf } from '@linli/contract';
import { type Actor, dayOf, needsGuardian, retentionDays } from '@linli/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { z } from 'zod';
import { type Database, type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { fieldProblems } from '../../platform/http/field-problems.ts';
import { newId } from '../../platform/ids.ts';
import { writePdf } from '../../platform/pdf.ts';
import { type SheetRow, spreadsheetContentType, writeSpreadsheet } from '../../platform/spreadsheet.ts';
import {
  findOwnFields,
  findOwnLinks,
  getOwn,
  getSubjectRow,
  journalSubjects,
  openOwnSecret,
} from '../registers/index.ts';
import { type CopyContent, copyPaper, linkWords, sourceWords, valueWords } from './copy-paper.ts';
import type { PrivacyDeps } from './deps.ts';

/** Long enough to fetch it, too short to lie about. */
const ownCopyMs = 15 * 60_000;
const Query = z.strictObject({ copyId: z.uuid(), format: z.enum(['json', 'pdf', 'xlsx']) });

/** Opens a copy of one's own data for a quarter of an hour. The code was checked before; the file is written when it is fetched. */
export async function openCopy(
  db: Db,
  call: { actor: Actor; subjectId: string; now: Date; requestId: string },
): Promise<OutputOf<typeof makeMyCopy>> {
  const { actor, now } = call;
  const { row, role } = await getOwn(db, actor, call.subjectId);
  if (role === 'self' && needsGuardian(row.born, dayOf(now))) refuse('guardian-needed');
  const copyId = newId();
  const expiresAt = new Date(now.getTime() + ownCopyMs);
  await elevated(db, async () => {
    await sql`insert into data_copy (id, subject_id, account_id, made_at, expires_at)
      values (${copyId}, ${row.id}, ${actor.accountId}, ${now}, ${expiresAt})`.execute(db);
    const doing = { now, actorId: actor.accountId, requestId: call.requestId };
    await journalSubjects(db, doing, 'copy.made', [{ id: row.id, path: row.path, data: { copyId } }]);
  });
  return { copyId, expiresAt: expiresAt.toISOString() };
}

/** `GET /api/my-copy?copyId=…&format=json|pdf|xlsx`: for whom it was made, while it is open. Nothing of it is stored. */
export function copyRoute(
  http: FastifyInstance,
  deps: { database: Database; privacy: PrivacyDeps; actorOf(request: FastifyRequest): Promise<Actor> },
): void {
  http.get('/api/my-copy', async (request, reply) => {
    const actor = await deps.actorOf(request);
    if (actor.kind === 'anonymous') refuse('sign-in-needed');
    const asked = Query.safeParse(request.query);
    if (!asked.success) return refuse('input-invalid', {}, { fields: fieldProblems(asked.error) });
    const now = deps.privacy.clock.now();
    const content = await deps.database.as(actor, (db) => contentOf(db, deps.privacy, { actor, ...asked.data, now }));
    reply
      .header('cache-control', 'private, no-store')
      .header('content-disposition', `attachment; filename="my-data.${asked.data.format}"`);
    switch (asked.data.format) {
      case 'pdf':
        return reply.header('content-type', 'application/pdf').send(await writePdf(copyPaper(content, now)));
      case 'xlsx':
        return reply.header('content-type', spreadsheetContentType).send(sheetOf(content));
      default:
        return reply.header('content-type', 'application/json').send(JSON.stringify(content, null, 2));
    }
  });
}

/** All of it, sealed values in full: it is the person's own, and they proved to be themselves. */
async function contentOf(
  db: Db,
  deps: PrivacyDeps,
  call: { actor: Actor; copyId: string; now: Date },
): Promise<CopyContent> {
  const { actor, now } = call;
  const { rows } = await sql<{
    subjectId: string;
    expiresAt: Date;
  }>`select subject_id as "subjectId", expires_at as "expiresAt"
    from data_copy where id = ${call.copyId} and account_id = ${actor.accountId}`.execute(db);
  const copy = rows[0] ?? refuse('not-found');
  if (copy.expiresAt <= now) refuse('copy-over');
  return elevated(db, async () => {
    const row = await getSubjectRow(db, copy.subjectId, 'read');
    const reader = { actor, own: new Set([row.id]) };
    const fields = await findOwnFields(db, deps, { reader, row, now });
    const opened = await Promise.all(
      fields.map(async (field) => {
        const isSealed = field.masked && !field.restricted;
        const value = isSealed ? await openOwnSecret(db, deps, { row, field: field.code }) : field.value;
        return {
          group: field.group,
          keptDays: retentionDays[field.group as keyof typeof retentionDays], // groups come from the same table
          code: field.code,
          label: field.label.zh,
          value: field.valueLabel?.zh ?? value,
          source: field.source,
          since: field.since,
          basis: field.basis,
          law: field.law,
          restricted: field.restricted,
        };
      }),
    );
    const { byId } = deps.tags.get();
    return {
      madeAt: now.toISOString(),
      name: row.name,
      fields: opened,
      links: await findOwnLinks(db, reader, row),
      tags: row.tags.flatMap((id) => byId.get(id)?.name.zh ?? []),
    };
  });
}

function sheetOf(content: CopyContent) {
  const columns = [
    { header: '内容', key: 'label', width: 24, kind: 'text' as const },
    { header: '登记值', key: 'value', width: 40, kind: 'text' as const },
    { header: '来源', key: 'source', width: 20, kind: 'text' as const },
    { header: '起始日期', key: 'since', width: 14, kind: 'text' as const },
    { header: '依据', key: 'law', width: 40, kind: 'text' as const },
  ];
  const rows = content.fields.map(
    (field): SheetRow => ({
      label: field.label,
      value: `${valueWords(field.value)}${field.restricted ? '（限制处理）' : ''}`,
      source: sourceWords(field.source),
      since: field.since ?? '',
      law: field.law,
    }),
  );
  const blank = { source: '', since: '', law: '' };
  for (const { kind, name, from, until, waits } of content.links)
    rows.push({
      ...blank,
      label: `关系：${linkWords[kind]}`,
      value: `${name}${waits ? '（待另一人确认）' : ''}${until === null ? '' : `（至${until}）`}`,
      since: from,
    });
  for (const tag of content.tags) rows.push({ ...blank, label: '标签', value: tag });
  return writeSpreadsheet({ sheetName: '我的信息', columns, rows: oneByOne(rows) });
}

async function* oneByOne(rows: readonly SheetRow[]): AsyncGenerator<SheetRow> {
  yield* rows;
}
