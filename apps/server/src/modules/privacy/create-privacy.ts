import type { Actor } from '@linli/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Database } from '../../platform/db/database.ts';
import type { Router } from '../../platform/http/route.ts';
import { copyRoute } from './copies.ts';
import type { PrivacyDeps } from './deps.ts';
import { privacyRoutes } from './routes.ts';

export interface Privacy {
  routes(
    router: Router,
    http: FastifyInstance,
    database: Database,
    actorOf: (request: FastifyRequest) => Promise<Actor>,
  ): void;
}

/** The privacy desk with what it needs of other modules. */
export function createPrivacy(deps: PrivacyDeps): Privacy {
  return {
    routes(router, http, database, actorOf) {
      privacyRoutes(router, deps);
      copyRoute(http, { database, privacy: deps, actorOf });
    },
  };
}
