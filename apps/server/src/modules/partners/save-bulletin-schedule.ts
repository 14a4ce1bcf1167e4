import type { OutputOf, ParsedInputOf, saveBulletinSchedule } from '@linli/contract';
import { type Actor, mayInArea } from '@linli/domain';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { cancelDue, scheduleDue } from '../../platform/jobs/due-work.ts';
import { nextBulletinAt } from './bulletin-period.ts';
import { bulletinKind } from './make-bulletin.ts';
import { findOwnSite } from './own-site.ts';

/** Has bulletins made for a partner of the actor's site, or stops it. The first is made when the period now running is over. */
export async function keepBulletinSchedule(
  db: Db,
  call: { actor: Actor; input: ParsedInputOf<typeof saveBulletinSchedule>; now: Date },
): Promise<OutputOf<typeof saveBulletinSchedule>> {
  const { actor, input, now } = call;
  const site = await findOwnSite(db, actor);
  if (!mayInArea(actor, 'cases:rule', site.path)) return refuse('not-allowed');
  const partner = await db
    .selectFrom('partner')
    .select(['id', 'active'])
    .where('id', '=', input.partnerId)
    .where('site_id', '=', site.id)
    .executeTakeFirst();
  // What is stopped may be stopped of one that is off too.
  if (!partner || (input.active && !partner.active)) return refuse('partner-off');
  const known = input.scheduleId
    ? await db
        .selectFrom('bulletin_schedule')
        .select('id')
        .where('id', '=', input.scheduleId)
        .where('partner_id', '=', partner.id)
        .executeTakeFirst()
    : undefined;
  if (input.scheduleId && !known) return refuse('not-found');
  const id = known?.id ?? newId();
  const columns = {
    every: input.every,
    type_codes: [...new Set(input.typeCodes)],
    active: input.active,
    changed_at: now,
  };
  const nextAt = input.active ? nextBulletinAt(now, input.every) : null;
  await elevated(db, async () => {
    await db
      .insertInto('bulletin_schedule')
      .values({ id, partner_id: partner.id, ...columns })
      .onConflict((c) => c.column('id').doUpdateSet(columns))
      .execute();
    if (nextAt) await scheduleDue(db, [{ kind: bulletinKind, key: id, at: nextAt, data: {} }]);
    else await cancelDue(db, bulletinKind, [id]);
  });
  return { scheduleId: id, nextAt: nextAt?.toISOString() ?? null };
}
