import type { OutputOf, ParsedInputOf, savePartner } from '@linli/contract';
import { type Actor, mayInArea } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { cancelDue } from '../../platform/jobs/due-work.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import { deliverKind, hurryDelivery, wakeDelivery } from './outbox.ts';
import { findOwnSite } from './own-site.ts';
import { type AddressRule, literalAllowed, parsePartnerUrl } from './partner-address.ts';
import { partnerKinds } from './partner-kinds.ts';

type Input = ParsedInputOf<typeof savePartner>;

/** Adds or changes a partner of the actor's site. Switched off: nothing is sent and nothing is taken; what waits goes on waiting. */
export async function keepPartner(
  db: Db,
  addresses: AddressRule,
  call: { actor: Actor; input: Input; now: Date; requestId: string },
): Promise<OutputOf<typeof savePartner>> {
  const { actor, input, now } = call;
  const site = await findOwnSite(db, actor);
  if (!mayInArea(actor, 'org:edit', site.path)) return refuse('not-allowed');
  const url = parsePartnerUrl(input.baseUrl);
  if (!url || !literalAllowed(url, addresses)) return refuse('partner-address-refused');
  await refuseTakenCode(db, site, input);
  const known = input.partnerId ? await findPartner(db, input.partnerId, site.id) : null;
  if (input.partnerId && !known) return refuse('not-found');
  if (known && known.code !== input.siteCode && (await hasHistory(db, known.id))) refuseField('siteCode');
  const id = known?.id ?? newId();
  const columns = {
    code: input.siteCode,
    name: input.name,
    base_url: url.origin,
    public_key: input.publicKey,
    active: input.active,
    changed_at: now,
  };
  await elevated(db, async () => {
    if (known) await db.updateTable('partner').set(columns).where('id', '=', id).execute();
    else
      await db
        .insertInto('partner')
        .values({ id, site_id: site.id, path: site.path, made_at: now, ...columns })
        .execute();
    await appendJournal(db, [
      {
        at: now,
        kind: partnerKinds.saved,
        noun: 'partner',
        nounId: id,
        path: site.path,
        actorId: actor.accountId,
        requestId: call.requestId,
        data: { siteCode: input.siteCode, active: input.active },
      },
    ]);
    if (!input.active) return cancelDue(db, deliverKind, [id]);
    await wakeDelivery(db, [id], now);
    await hurryDelivery(db, id, now);
  });
  return { partnerId: id };
}

/** A code that is ours, or another partner's, would make one number mean two cases. */
async function refuseTakenCode(db: Db, site: { id: string; code: string }, input: Input): Promise<void> {
  if (input.siteCode === site.code) refuseField('siteCode');
  const other = await db
    .selectFrom('partner')
    .select('id')
    .where('site_id', '=', site.id)
    .where('code', '=', input.siteCode)
    .executeTakeFirst();
  if (other && other.id !== input.partnerId) refuseField('siteCode');
}

function refuseField(path: string): never {
  return refuse('input-invalid', {}, { fields: [{ path, code: 'not-an-option', params: {} }] });
}

async function findPartner(db: Db, id: string, siteId: string): Promise<{ id: string; code: string } | null> {
  const row = await db
    .selectFrom('partner')
    .select(['id', 'code'])
    .where('id', '=', id)
    .where('site_id', '=', siteId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

async function hasHistory(db: Db, partnerId: string): Promise<boolean> {
  return elevated(db, async () => {
    const { rows } = await sql<{ has: boolean }>`select out_seq > 0 or in_seq > 0 or
      exists (select from shared_case where partner_id = ${partnerId}) as has from partner where id = ${partnerId}`.execute(
      db,
    );
    return rows[0]?.has === true;
  });
}
