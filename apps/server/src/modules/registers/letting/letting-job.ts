import { dayOf } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import type { RecurringJob } from '../../../platform/jobs/worker.ts';
import { journalSubjects } from '../store/journal.ts';

/** Let homes whose day for mending passed without another look: journalled once, so that who keeps the place hears of it. As the system. */
export async function remindLetting(db: Db, now: Date): Promise<number> {
  const { rows } = await sql<{
    id: string;
    path: string;
    checkId: string;
  }>`update letting_check c set reminded_at = ${now}
    from subject home
    where home.id = c.home_id and home.state = 'active' and home.fields ->> 'use' = 'let' and c.superseded_at is null
      and c.reminded_at is null and c.mend_by < ${dayOf(now)}::date
    returning home.id, home.path::text as path, c.id as "checkId"`.execute(db);
  await journalSubjects(
    db,
    { now, actorId: null, requestId: null },
    'letting.overdue',
    rows.map(({ id, path, checkId }) => ({ id, path, data: { checkId } })),
  );
  return rows.length;
}

export const lettingJob: RecurringJob = {
  name: 'registers.letting',
  everySeconds: 3600,
  async run(db, now) {
    await remindLetting(db, now);
  },
};
