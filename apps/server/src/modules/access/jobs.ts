import type { RecurringJob } from '../../platform/jobs/worker.ts';

/** Sessions, codes and tries that are over are deleted: nothing is kept longer than it serves. */
export const accessJobs: readonly RecurringJob[] = [
  {
    name: 'access.forget-expired',
    everySeconds: 600,
    async run(db, now) {
      await db.deleteFrom('session').where('expires_at', '<', now).execute();
      await db.deleteFrom('phone_code').where('expires_at', '<', now).execute();
      await db
        .deleteFrom('sign_in_try')
        .where('at', '<', new Date(now.getTime() - 86_400_000))
        .execute();
    },
  },
];
