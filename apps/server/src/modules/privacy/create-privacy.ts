import type { Actor } from '@linli/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Database } from '../../platform/db/database.ts';
import type { Router } from '../../platform/http/route.ts';
import type { DueHandler } from '../../platform/jobs/due-work.ts';
import type { RecurringJob } from '../../platform/jobs/worker.ts';
import { consentPhotoRoute } from './consent-photos.ts';
import { copyRoute } from './copies.ts';
import type { PrivacyDeps } from './deps.ts';
import { forgetWordsJob } from './forget-words.ts';
import { rightsClockHandlers } from './rights-clock.ts';
import { privacyRoutes } from './routes.ts';

export interface Privacy {
  routes(
    router: Router,
    http: FastifyInstance,
    database: Database,
    actorOf: (request: FastifyRequest) => Promise<Actor>,
  ): void;
  /** Clocks of requests: with the other deadlines. */
  dueHandlers: Readonly<Record<string, DueHandler>>;
  /** Words whose time is over go. */
  jobs: readonly RecurringJob[];
}

/** The privacy desk with what it needs of other modules. */
export function createPrivacy(deps: PrivacyDeps): Privacy {
  return {
    routes(router, http, database, actorOf) {
      privacyRoutes(router, deps);
      copyRoute(http, { database, privacy: deps, actorOf });
      consentPhotoRoute(http, { database, files: deps.files, actorOf });
    },
    dueHandlers: rightsClockHandlers(deps),
    jobs: [forgetWordsJob],
  };
}
