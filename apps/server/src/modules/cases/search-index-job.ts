import { sql } from 'kysely';
import type { RecurringJob } from '../../platform/jobs/worker.ts';

/** Takes the words of new cases into the search index before a report has to: whoever fills its list of waiting words empties it. */
export const searchIndexJob: RecurringJob = {
  name: 'cases.search-index',
  everySeconds: 5,
  run: async (db) => void (await sql`select gin_clean_pending_list('cases_text')`.execute(db)),
};
