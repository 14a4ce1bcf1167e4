import type { Actor } from '@linli/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Database, Db } from '../../platform/db/database.ts';
import type { Router } from '../../platform/http/route.ts';
import type { DueHandler } from '../../platform/jobs/due-work.ts';
import type { RecurringJob } from '../../platform/jobs/worker.ts';
import type { FormDeps } from './deps.ts';
import { openFormHandler, openFormKind } from './fill/open-returns.ts';
import { formRoutes } from './routes.ts';
import { sharedFileRoute } from './shared-file-route.ts';
import { formFileRoutes } from './templates/form-file-routes.ts';

/** Rows of people stand in a return this long after they were given; the counts and the history stay (PIPL art. 19). */
const keptDays = 730;

export interface Forms {
  routes(
    router: Router,
    http: FastifyInstance,
    database: Database,
    actorOf: (request: FastifyRequest) => Promise<Actor>,
  ): void;
  handlers: Readonly<Record<string, DueHandler>>;
  jobs: readonly RecurringJob[];
}

export function createForms(deps: FormDeps): Forms {
  return {
    routes(router, http, database, actorOf) {
      formRoutes(router, deps);
      formFileRoutes(http, database, deps, actorOf);
      sharedFileRoute(http, database, deps, actorOf);
    },
    handlers: { [openFormKind]: openFormHandler },
    jobs: [{ name: 'forms.forget', everySeconds: 86_400, run: forgetRows }],
  };
}

async function forgetRows(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptDays * 86_400_000);
  await sql`delete from form_row w using form_return r where r.id = w.return_id and r.state = 'approved' and r.approved_at < ${before}`.execute(
    db,
  );
  await sql`update sharing_need set key_hash = null where key_hash is not null and until < (${now}::timestamptz at time zone 'Asia/Shanghai')::date`.execute(
    db,
  );
}
