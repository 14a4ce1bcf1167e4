import { CaseTypeDefinition, startOfDay } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import { type DueHandler, scheduleDue } from '../../platform/jobs/due-work.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import { bulletinContent, type CountedCase } from './bulletin-content.ts';
import { nextBulletinAt, periodBefore } from './bulletin-period.ts';
import { partnerKinds } from './partner-kinds.ts';

interface Period {
  fromDay: string;
  untilDay: string;
}
export const bulletinKind = 'partner.bulletin';

interface BulletinWish {
  partner_id: string;
  every: 'week' | 'month';
  type_codes: string[];
  site_id: string;
  path: string;
  own_code: string;
  partner_code: string;
}

/**
 * Makes the bulletin of the period before the instant it was due for, not before now: after days without a worker every missed one
 * is made, each once.
 */
export const makeDueBulletin: DueHandler = async (db, item, now) => {
  const schedule = await findSchedule(db, item.key);
  if (!schedule) return;
  const nextAt = nextBulletinAt(item.at, schedule.every);
  await scheduleDue(db, [{ kind: bulletinKind, key: item.key, at: nextAt, data: {} }]);
  const period = periodBefore(item.at, schedule.every);
  await keepOwnBulletin(db, schedule, { period, scheduleId: schedule.id, now, actorId: null, requestId: null });
};

/** Counts, keeps and journals; one of a schedule for a period only once. */
export async function keepOwnBulletin(
  db: Db,
  wish: BulletinWish,
  call: { period: Period; scheduleId: string | null; now: Date; actorId: string | null; requestId: string | null },
): Promise<string | null> {
  const { period, now } = call;
  const content = await countShared(db, wish, period);
  const id = newId();
  const { rows } = await sql<{
    id: string;
  }>`insert into bulletin (id, partner_id, site_id, origin, schedule_id, every, from_day,
      until_day, made_at, content)
    values (${id}, ${wish.partner_id}, ${wish.site_id}, 'ours', ${call.scheduleId}, ${wish.every}, ${period.fromDay},
      ${period.untilDay}, ${now}, ${JSON.stringify(content)}::jsonb)
    on conflict do nothing returning id`.execute(db);
  if (rows.length === 0) return null;
  await appendJournal(db, [
    {
      at: now,
      kind: partnerKinds.bulletinMade,
      noun: 'bulletin',
      nounId: id,
      path: wish.path,
      actorId: call.actorId,
      requestId: call.requestId,
      data: { partnerId: wish.partner_id, fromDay: period.fromDay, untilDay: period.untilDay },
    },
  ]);
  return id;
}

async function findSchedule(db: Db, id: string): Promise<(BulletinWish & { id: string }) | undefined> {
  const { rows } = await sql<
    BulletinWish & { id: string }
  >`select s.id, s.partner_id, s.every, s.type_codes, partner.site_id, partner.path::text,
      area.code as own_code, partner.code as partner_code
    from bulletin_schedule s join partner on partner.id = s.partner_id join area on area.id = partner.site_id
    where s.id = ${id} and s.active`.execute(db);
  return rows[0];
}

/** Shared before the period ended, and not over on both sides before it began. */
async function countShared(db: Db, schedule: BulletinWish, period: Period) {
  const from = startOfDay(period.fromDay);
  const until = startOfDay(period.untilDay);
  const { rows } = await sql<
    CountedCase & { definition: unknown }
  >`select s.type_code, s.section, s.our_state, s.our_state_at,
      s.our_on_time, s.their_state, s.their_state_at, s.their_on_time, case_type.definition
    from shared_case s join cases on cases.id = s.case_id
    join case_type on case_type.code = cases.type_code and case_type.version = cases.type_version
    where s.partner_id = ${schedule.partner_id} and s.shared_at < ${until}
      and (cardinality(${schedule.type_codes}::text[]) = 0 or s.type_code = any(${schedule.type_codes}::text[]))
      and not (coalesce(s.our_state in ('closed', 'declined', 'merged', 'void') and s.our_state_at < ${from}, false)
        and coalesce(s.their_state in ('closed', 'declined', 'merged', 'void') and s.their_state_at < ${from}, false))
    order by s.shared_at, s.id`.execute(db);
  const types = new Map(rows.map((row) => [row.type_code, CaseTypeDefinition.parse(row.definition)]));
  return bulletinContent(rows, {
    sites: [schedule.own_code, schedule.partner_code],
    period: { from, until },
    types,
  });
}
