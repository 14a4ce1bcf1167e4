import type { Actor } from '@linli/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Database } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { readBounded } from '../../platform/files/read-bounded.ts';
import { createRateLimit } from '../../platform/http/rate-limit.ts';
import { newId } from '../../platform/ids.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import { readTable } from '../../platform/table-file.ts';
import type { ImportDeps } from './deps.ts';
import { siteOfDesk } from './policy.ts';
import { insertRows, runView } from './store.ts';

const mostBytes = 60 * 1024 * 1024;
const mostRows = 200_000;

/**
 * A table of orders in: CSV or .xlsx as the body, its name in the query. Its rows are kept sealed until they are forgotten; nothing
 * else happens before a mapping is chosen. Not an operation of the contract: the body is bytes.
 */
export function uploadRoute(
  http: FastifyInstance,
  database: Database,
  deps: ImportDeps,
  actorOf: (request: FastifyRequest) => Promise<Actor>,
): void {
  const uploads = createRateLimit(deps.clock, { most: 20, windowSeconds: 60 });
  http.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload)); // the stream, bounded below
    scope.post<{ Querystring: { name?: string } }>(
      '/api/import-files',
      { bodyLimit: mostBytes + 1024 },
      async (request) => {
        const actor = await actorOf(request);
        if (actor.kind === 'anonymous') refuse('sign-in-needed');
        const site = siteOfDesk(actor, deps.places.get());
        const accountId = actor.accountId ?? refuse('sign-in-needed');
        uploads.hit(accountId);
        const bytes = await readBounded(request.raw, mostBytes);
        if (bytes.length === 0) refuse('table-unreadable');
        const now = deps.clock.now();
        const runId = newId();
        return database.asSystem(async (db) => {
          let count = 0;
          for await (const part of readTable(bytes, { mostRows })) {
            if (Array.isArray(part)) {
              await insertRows(
                db,
                deps.crypto,
                runId,
                part.map((row) => ({ n: ++count, ...row })),
              );
              continue;
            }
            await db
              .insertInto('import_run')
              .values({
                id: runId,
                site_id: site.id,
                path: site.path,
                file_name: fileNameOf(request.query.name),
                format: part.format,
                encoding: part.encoding,
                headings: part.headings,
                row_count: 0,
                state: 'uploaded',
                uploaded_by: accountId,
                uploaded_at: now,
                changed_at: now,
              })
              .execute();
          }
          if (count === 0) refuse('table-unreadable');
          const run = await db
            .updateTable('import_run')
            .set({ row_count: count })
            .where('id', '=', runId)
            .returningAll()
            .executeTakeFirstOrThrow();
          await appendJournal(db, [
            {
              at: now,
              kind: 'import.uploaded',
              noun: 'import',
              nounId: runId,
              path: site.path,
              actorId: accountId,
              requestId: null,
              data: { rows: count },
            },
          ]);
          return runView(run);
        });
      },
    );
  });
}

function fileNameOf(name: unknown): string {
  if (typeof name !== 'string') return '';
  return name
    .replace(/[\p{Cc}/\\]/gu, '')
    .toWellFormed()
    .slice(0, 120);
}
