import type { Actor } from '@linli/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Database } from '../../../platform/db/database.ts';
import { elevated } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { fieldProblems } from '../../../platform/http/field-problems.ts';
import { createRateLimit } from '../../../platform/http/rate-limit.ts';
import { writePdf } from '../../../platform/pdf.ts';
import type { RegisterDeps } from '../deps.ts';
import { postWords } from '../reader-words.ts';
import { journalSubjects } from '../store/journal.ts';
import { getSubjectRow } from '../subject-row.ts';
import { findHouseholdFile } from './household-file.ts';
import { householdPaper } from './household-paper.ts';

const Query = z.strictObject({ subjectId: z.uuid() });

/** `GET /api/household-paper?subjectId=…`: the file of a household as a PDF with its reader's mark. That it was made stands in the journal. */
export function paperRoute(
  http: FastifyInstance,
  deps: { database: Database; registers: RegisterDeps; actorOf(request: FastifyRequest): Promise<Actor> },
): void {
  const papers = createRateLimit(deps.registers.clock, { most: 30, windowSeconds: 3600 });
  http.get('/api/household-paper', async (request, reply) => {
    const actor = await deps.actorOf(request);
    if (actor.kind === 'anonymous') refuse('sign-in-needed');
    const asked = Query.safeParse(request.query);
    if (!asked.success) return refuse('input-invalid', {}, { fields: fieldProblems(asked.error) });
    papers.hit(actor.accountId ?? request.ip);
    const { registers } = deps;
    const now = registers.clock.now();
    const { subjectId } = asked.data;
    const { file, path } = await deps.database.as(actor, async (db) => {
      const found = await findHouseholdFile(db, registers, { actor, subjectId, now });
      // Where the household is, which the file's reader reaches.
      const { path: at } = await getSubjectRow(db, subjectId, 'read');
      const doing = { now, actorId: actor.accountId, requestId: null };
      await elevated(db, () => journalSubjects(db, doing, 'household.printed', [{ id: subjectId, path: at }]));
      return { file: found, path: at };
    });
    const reader = [postWords(actor, registers.directory.get(), path).words, actor.name].join(' ');
    const pdf = await writePdf(householdPaper(file, { reader, now, care: registers.care.get() }));
    return reply
      .header('content-type', 'application/pdf')
      .header('cache-control', 'private, no-store')
      .header('content-disposition', 'inline; filename="household.pdf"')
      .send(pdf);
  });
}
