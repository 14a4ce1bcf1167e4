import type { Actor } from '@linli/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { z } from 'zod';
import { type Database, type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import type { Files } from '../../platform/files/index.ts';
import { fieldProblems } from '../../platform/http/field-problems.ts';
import { mayReadConsents } from './read-consents.ts';

const Query = z.strictObject({ consentId: z.uuid(), hash: z.string().regex(/^[0-9a-f]{64}$/) });

/** Only what the same person uploaded: naming a hash must never open somebody else's picture. As the system. */
export async function mustBeOwnPhotos(db: Db, actor: Actor, hashes: readonly string[]): Promise<void> {
  if (hashes.length === 0) return;
  const wanted = [...new Set(hashes)];
  const { rows } = await sql`select from file where hash = any(${wanted}) and created_by = ${actor.accountId}`.execute(
    db,
  );
  if (rows.length === wanted.length) return;
  refuse('input-invalid', {}, { fields: [{ path: 'photos', code: 'not-an-option', params: {} }] });
}

/** As the system. */
export async function keepPhotos(db: Db, consentId: string, hashes: readonly string[]): Promise<void> {
  for (const [n, hash] of [...new Set(hashes)].entries())
    await sql`insert into consent_photo (consent_id, n, hash) values (${consentId}, ${n}, ${hash})`.execute(db);
}

/** `GET /api/consent-photo?consentId=…&hash=…`: the paper of a receipt, for whoever may read the receipt. Nothing of it stays on a shared machine. */
export function consentPhotoRoute(
  http: FastifyInstance,
  deps: { database: Database; files: Files; actorOf(request: FastifyRequest): Promise<Actor> },
): void {
  http.get('/api/consent-photo', async (request, reply) => {
    const actor = await deps.actorOf(request);
    if (actor.kind === 'anonymous') refuse('sign-in-needed');
    const asked = Query.safeParse(request.query);
    if (!asked.success) return refuse('input-invalid', {}, { fields: fieldProblems(asked.error) });
    const { consentId, hash } = asked.data;
    const contentType = await deps.database.as(actor, async (db) => {
      const { rows } = await elevated(db, () =>
        sql<{
          subjectId: string;
          contentType: string;
        }>`select c.subject_id as "subjectId", f.content_type as "contentType"
          from consent_photo p join consent c on c.id = p.consent_id join file f on f.hash = p.hash
          where p.consent_id = ${consentId} and p.hash = ${hash}`.execute(db),
      );
      const photo = rows[0] ?? refuse('not-found');
      await mayReadConsents(db, actor, photo.subjectId);
      return photo.contentType;
    });
    return reply
      .header('content-type', contentType)
      .header('cache-control', 'private, no-store')
      .header('content-security-policy', "default-src 'none'")
      .send(await deps.files.open(hash));
  });
}
