import type { Actor } from '@linli/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Database, Db } from '../../platform/db/database.ts';
import { createRateLimit } from '../../platform/http/rate-limit.ts';
import type { Router } from '../../platform/http/route.ts';
import type { RecurringJob } from '../../platform/jobs/worker.ts';
import type { Consumer } from '../../platform/journal/index.ts';
import { careJob, createCareConsumer } from './care/consumer.ts';
import type { RegisterDeps } from './deps.ts';
import { guardianJob } from './events/guardian-waits.ts';
import { paperRoute } from './file/paper-route.ts';
import { lettingJob } from './letting/letting-job.ts';
import { retentionJob } from './privacy/retention.ts';
import { linkTries } from './reveals/link-account.ts';
import { findSubjectReveals, type SubjectReveal } from './reveals/reveal-field.ts';
import { registerRoutes } from './routes.ts';

export interface Registers {
  routes(
    router: Router,
    http: FastifyInstance,
    database: Database,
    actorOf: (request: FastifyRequest) => Promise<Actor>,
  ): void;
  /** Keeps care classes and policies true as facts change. */
  consumer: Consumer;
  jobs: readonly RecurringJob[];
  /** Looks at the persons an account is, for their list in `access`. */
  reveals(db: Db, accountId: string): Promise<SubjectReveal[]>;
}

/** The registers with what they need of other modules. */
export function createRegisters(deps: RegisterDeps): Registers {
  return {
    routes(router, http, database, actorOf) {
      registerRoutes(router, deps, createRateLimit(deps.clock, linkTries));
      paperRoute(http, { database, registers: deps, actorOf });
    },
    consumer: createCareConsumer(deps),
    jobs: [careJob(deps), retentionJob, guardianJob, lettingJob],
    reveals: findSubjectReveals,
  };
}
