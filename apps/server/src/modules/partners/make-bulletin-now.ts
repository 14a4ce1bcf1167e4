import type { makeBulletin, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, mayInArea } from '@linli/domain';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { periodSoFar } from './bulletin-period.ts';
import { keepOwnBulletin } from './make-bulletin.ts';
import { findOwnSite } from './own-site.ts';

/** A bulletin between times, for a meeting: of the week or month as far as it has come. The one on schedule is made all the same. */
export async function makeBulletinNow(
  db: Db,
  call: { actor: Actor; input: ParsedInputOf<typeof makeBulletin>; now: Date; requestId: string },
): Promise<OutputOf<typeof makeBulletin>> {
  const { actor, input, now, requestId } = call;
  const site = await findOwnSite(db, actor);
  if (!mayInArea(actor, 'cases:rule', site.path)) return refuse('not-allowed');
  const partner = await db
    .selectFrom('partner')
    .select(['id', 'code', 'path', 'active'])
    .where('id', '=', input.partnerId)
    .where('site_id', '=', site.id)
    .executeTakeFirst();
  if (!partner?.active) return refuse('partner-off');
  const about = {
    partner_id: partner.id,
    every: input.every,
    type_codes: [...new Set(input.typeCodes)],
    site_id: site.id,
    path: partner.path,
    own_code: site.code,
    partner_code: partner.code,
  };
  const period = periodSoFar(now, input.every);
  const made = { period, scheduleId: null, now, actorId: actor.accountId, requestId };
  const bulletinId = await elevated(db, () => keepOwnBulletin(db, about, made));
  return bulletinId === null ? refuse('not-found') : { bulletinId };
}
