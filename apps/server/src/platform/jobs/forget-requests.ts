import type { RecurringJob } from './worker.ts';

const keptDays = 30;

/** A repeated command is known again for thirty days; then what it answered is forgotten. */
export const forgetRequestsJob: RecurringJob = {
  name: 'request.forget',
  everySeconds: 3600,
  run: async (db, now) =>
    void (await db
      .deleteFrom('request')
      .where('at', '<', new Date(now.getTime() - keptDays * 86_400_000))
      .execute()),
};
