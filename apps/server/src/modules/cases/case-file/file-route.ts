import type { Actor } from '@linli/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import type { Files } from '../../../platform/files/index.ts';
import { fieldProblems } from '../../../platform/http/field-problems.ts';
import { createRateLimit } from '../../../platform/http/rate-limit.ts';
import { appendJournal } from '../../../platform/journal/index.ts';
import type { CaseDeps } from '../deps.ts';
import { getLoadedCase } from '../load-case.ts';
import { maySeeCase, worksOnCase } from '../policy.ts';
import { recordLook } from '../sealed-look.ts';
import { printCaseFile } from './file-paper.ts';
import { loadFiledCase } from './load-filed-case.ts';

const Query = z.strictObject({ caseId: z.uuid() });

/** The bound file of a case as one PDF: cover, list, then every item. For who works on it; that it was made stands in the journal. */
export function caseFileRoute(
  http: FastifyInstance,
  deps: {
    database: Database;
    clock: Clock;
    files: Files;
    cases: CaseDeps;
    actorOf(request: FastifyRequest): Promise<Actor>;
  },
): void {
  const papers = createRateLimit(deps.clock, { most: 10, windowSeconds: 60 });

  http.get('/api/case-file', async (request, reply) => {
    const actor = await deps.actorOf(request);
    if (actor.kind === 'anonymous') refuse('sign-in-needed');
    const asked = Query.safeParse(request.query);
    if (!asked.success) return refuse('input-invalid', {}, { fields: fieldProblems(asked.error) });
    papers.hit(actor.accountId ?? request.ip);
    const { caseId } = asked.data;
    const now = deps.clock.now();
    const filed = await deps.database.as(actor, async (db) => {
      const found = await getLoadedCase(db, caseId, 'read');
      const reporter = actor.accountId !== null && found.fold.reporterIds.includes(actor.accountId);
      if (!maySeeCase(actor, found.row, reporter) || !worksOnCase(actor, found.row)) refuse('not-found');
      const type = deps.cases.catalogue.get().definitionOf(found.row.type_code, found.row.type_version);
      if (!type.file) refuse('not-found');
      if (found.row.visibility === 'sealed') await recordLook(db, actor, found.row, now);
      await appendJournal(db, [
        {
          at: now,
          kind: 'case.document-made',
          noun: 'case',
          nounId: caseId,
          path: found.row.path,
          actorId: actor.accountId,
          requestId: null,
          data: { key: 'case-file' },
        },
      ]);
      return loadFiledCase(db, found, type);
    });
    const bytes = await printCaseFile(filed, { actor, now }, deps);
    return reply
      .header('content-type', 'application/pdf')
      .header('cache-control', 'private, no-store')
      .header('content-disposition', `inline; filename="${filed.loaded.row.number}-file.pdf"`)
      .send(bytes);
  });
}
