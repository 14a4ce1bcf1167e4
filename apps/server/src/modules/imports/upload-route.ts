import { importKinds } from '@linli/contract';
import type { Actor } from '@linli/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { readBounded } from '../../platform/files/read-bounded.ts';
import { createRateLimit } from '../../platform/http/rate-limit.ts';
import type { ImportDeps } from './deps.ts';
import { groundFor } from './policy.ts';
import { readUpload, uploadLimits } from './read-upload.ts';
import { runView } from './store.ts';
import { storeUpload } from './store-upload.ts';

const mib = 1024 * 1024;
/** A street's people are more than a year of its orders. */
const limitsOf = {
  orders: { mostBytes: 60 * mib, mostRows: 200_000, ...uploadLimits },
  registers: { mostBytes: 150 * mib, mostRows: 500_000, longestMs: 120_000, mostSealedBytes: 256 * mib },
} as const;
const Kind = z.enum(importKinds).catch('orders');
const AreaId = z.uuid().nullable().catch(null);

/**
 * A table in: CSV or .xlsx as the body; its name, kind and area in the query. Its rows are kept sealed until they are forgotten; nothing
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
    scope.post<{ Querystring: { name?: string; kind?: string; area?: string } }>(
      '/api/import-files',
      { bodyLimit: limitsOf.registers.mostBytes + 1024 },
      async (request) => {
        const actor = await actorOf(request);
        if (actor.kind === 'anonymous') refuse('sign-in-needed');
        const kind = Kind.parse(request.query.kind);
        const places = deps.places.get();
        const ground = groundFor(actor, places, {
          kind,
          areaId: AreaId.parse(request.query.area ?? null),
          now: deps.clock.now(),
        });
        const limits = limitsOf[kind === 'orders' ? 'orders' : 'registers'];
        const accountId = actor.accountId ?? refuse('sign-in-needed');
        uploads.hit(accountId);
        const bytes = await readBounded(request.raw, limits.mostBytes);
        if (bytes.length === 0) refuse('table-unreadable');
        const now = deps.clock.now();
        // Read and sealed before a transaction begins: readers of the journal wait for the oldest one running.
        const table = await readUpload(bytes, deps.crypto, limits);
        return database.asSystem(async (db) => {
          await sql`set local statement_timeout = '60s'`.execute(db);
          const name = fileNameOf(request.query.name);
          const run = await storeUpload(db, { ground, kind, fileName: name, accountId, now }, table);
          return runView(run, places);
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
