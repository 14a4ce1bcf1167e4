import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Clock } from '../../platform/clock.ts';
import type { Crypto } from '../../platform/crypto/index.ts';
import type { Database, Db } from '../../platform/db/database.ts';
import type { VersionedCache } from '../../platform/db/versioned-cache.ts';
import type { Router } from '../../platform/http/route.ts';
import type { DueHandler } from '../../platform/jobs/due-work.ts';
import type { RecurringJob } from '../../platform/jobs/worker.ts';
import type { Consumer } from '../../platform/journal/index.ts';
import type { Log } from '../../platform/log.ts';
import type { PlaceIndex } from '../places/index.ts';
import { createPartnerConsumer } from './consumer.ts';
import { createDeliverHandler } from './deliver-messages.ts';
import { bulletinKind, makeDueBulletin } from './make-bulletin.ts';
import { deliverKind } from './outbox.ts';
import { createAddressRule } from './partner-address.ts';
import { exchangeRoute } from './receive-exchange.ts';
import { partnerRoutes } from './routes.ts';
import type { TakeOver } from './take-shared-case.ts';

/** Confirmed messages are kept this long, should the other side have to be told again. */
const keptDays = 30;

export interface PartnersDeps {
  database: Database;
  clock: Clock;
  log: Log;
  crypto: Crypto;
  places: VersionedCache<PlaceIndex>;
  /** Makes our own case of one that is shared with us. */
  takeOver: TakeOver;
  /** Where others reach us; null = not set. */
  publicUrl: string | null;
  /** Private networks in which partners may be, as CIDR. */
  networks: readonly string[];
}

export interface Partners {
  routes(router: Router, http: FastifyInstance): void;
  consumer: Consumer;
  handlers: Readonly<Record<string, DueHandler>>;
  jobs: readonly RecurringJob[];
}

/** The exchange with other sites. Throws when a network is no network. */
export function createPartners(deps: PartnersDeps): Partners {
  const addresses = createAddressRule(deps.networks);
  return {
    routes(router, http) {
      partnerRoutes(router, { ...deps, addresses });
      exchangeRoute(http, deps);
    },
    consumer: createPartnerConsumer(deps),
    handlers: { [deliverKind]: createDeliverHandler({ ...deps, addresses }), [bulletinKind]: makeDueBulletin },
    jobs: [{ name: 'partners.forget', everySeconds: 86_400, run: forgetOld }],
  };
}

async function forgetOld(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptDays * 86_400_000);
  await sql`delete from partner_outbox o using partner p
    where p.id = o.partner_id and o.seq <= p.acked_seq and o.made_at < ${before}`.execute(db);
  await sql`delete from partner_inbox where received_at < ${before}`.execute(db);
}
