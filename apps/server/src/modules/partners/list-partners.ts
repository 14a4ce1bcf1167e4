import type { getOwnPartnerCard, listPartners, OutputOf } from '@linli/contract';
import { type Actor, mayInArea } from '@linli/domain';
import { sql } from 'kysely';
import type { Crypto } from '../../platform/crypto/index.ts';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { getOwnKey } from './own-key.ts';
import { findOwnSite } from './own-site.ts';
import { isStale } from './policy.ts';
import { fingerprintOf } from './signature.ts';

/** Partners of the actor's site; where they are and with which key only for whoever may change it. */
export async function findPartners(db: Db, actor: Actor, now: Date): Promise<OutputOf<typeof listPartners>> {
  const site = await findOwnSite(db, actor);
  const mayEdit = mayInArea(actor, 'org:edit', site.path);
  const rows = await db
    .selectFrom('partner')
    .selectAll()
    .select(sql<number>`(out_seq - acked_seq)::int`.as('waiting'))
    .where('site_id', '=', site.id)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return {
    partners: rows.map((row) => ({
      id: row.id,
      name: row.name,
      siteCode: row.code,
      active: row.active,
      heardAt: row.heard_at?.toISOString() ?? null,
      stale: isStale(row, now),
      waiting: row.waiting,
      baseUrl: mayEdit ? row.base_url : null,
      publicKey: mayEdit ? row.public_key : null,
      fingerprint: mayEdit ? fingerprintOf(row.public_key) : null,
      problem: mayEdit ? row.problem : null,
    })),
  };
}

/** What another site needs to know of us. */
export async function getOwnCard(
  db: Db,
  deps: { crypto: Crypto; publicUrl: string | null },
  actor: Actor,
  now: Date,
): Promise<OutputOf<typeof getOwnPartnerCard>> {
  const site = await findOwnSite(db, actor);
  if (!mayInArea(actor, 'org:edit', site.path)) return refuse('not-allowed');
  const key = await getOwnKey(db, deps.crypto, site.id, now);
  return {
    siteCode: site.code,
    name: site.name,
    url: deps.publicUrl,
    publicKey: key.publicKey,
    fingerprint: fingerprintOf(key.publicKey),
    madeAt: key.madeAt.toISOString(),
  };
}
