import type { Actor } from '@linli/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { type Files, recordPhoto } from '../../platform/files/index.ts';
import { createRateLimit } from '../../platform/http/rate-limit.ts';

interface FileDeps {
  database: Database;
  clock: Clock;
  files: Files;
  actorOf(request: FastifyRequest): Promise<Actor>;
}

/** Photos in and out. They are not operations of the contract: bodies are bytes. A photo is seen by who may see a case it stands in. */
export function fileRoutes(http: FastifyInstance, deps: FileDeps): void {
  const { database, clock, files, actorOf } = deps;
  const uploads = createRateLimit(clock, { most: 60, windowSeconds: 60 });

  http.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload)); // the stream, bounded by the file store
    scope.post('/api/files', { bodyLimit: 40_000_000 }, async (request) => {
      const actor = await actorOf(request);
      uploads.hit(actor.accountId ?? request.ip);
      const stored = await files.put(request.raw, {
        kind: 'photo',
        announce: (file) => database.asSystem((db) => recordPhoto(db, file, actor.accountId, clock.now())),
      });
      return {
        hash: stored.hash,
        contentType: stored.contentType,
        bytes: stored.bytes,
        width: stored.width ?? null,
        height: stored.height ?? null,
      };
    });
  });

  http.get<{ Params: { hash: string }; Querystring: { size?: string } }>('/api/files/:hash', async (request, reply) => {
    const { hash } = request.params;
    if (!/^[0-9a-f]{64}$/.test(hash)) refuse('not-found');
    const actor = await actorOf(request);
    const file = await database.as(actor, async (db) => {
      const { rows } = await sql<{
        content_type: string;
        thumb_hash: string | null;
        created_by: string | null;
        seen: boolean;
        sealed: boolean;
      }>`select file.content_type, file.thumb_hash, file.created_by,
          exists (select from case_file where case_file.hash = file.hash) as seen,
          exists (select from case_file join cases on cases.id = case_file.case_id
            where case_file.hash = file.hash and cases.visibility = 'sealed') as sealed
        from file where file.hash = ${hash}`.execute(db);
      return rows[0];
    });
    const own = file?.created_by !== null && file?.created_by === actor.accountId;
    if (!file || !(file.seen || own)) refuse('not-found');
    const wanted = request.query.size === 'thumb' && file.thumb_hash ? file.thumb_hash : hash;
    return (
      reply
        .header('content-type', file.content_type)
        // Of a sealed matter, and of what may yet become part of one, nothing stays on a shared machine.
        .header(
          'cache-control',
          file.sealed || !file.seen ? 'private, no-store' : 'private, max-age=31536000, immutable',
        )
        .header('content-security-policy', "default-src 'none'")
        .send(await files.open(wanted))
    );
  });
}
