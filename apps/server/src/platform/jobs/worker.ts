import type { Clock } from '../clock.ts';
import type { Database, Db } from '../db/database.ts';
import { isDatabaseAway } from '../db/is-database-away.ts';
import { type Consumer, isFullBatch, runConsumer } from '../journal/index.ts';
import type { Log } from '../log.ts';
import { type DueHandler, runDue, scheduleDue } from './due-work.ts';

/** Work that comes again and again; the next turn is scheduled when this one is done, once for all workers. */
export interface RecurringJob {
  name: string;
  everySeconds: number;
  run(db: Db, now: Date): Promise<void>;
}

export interface Worker {
  start(): Promise<void>;
  /** Finishes what is in hand, then stops. */
  stop(): Promise<void>;
}

const idleMs = 200;
/** After failures: a deadline must not wait long for a database that is back. */
const longestPauseMs = 3000;

/** Runs consumers and due work in a loop. Several workers may run; PostgreSQL's row locks share out the work. */
export function createWorker(deps: {
  database: Database;
  clock: Clock;
  log: Log;
  consumers: readonly Consumer[];
  handlers: Readonly<Record<string, DueHandler>>;
  /** Long work by what it waits for, each in a loop of its own: neither deadlines nor one another wait for it. */
  slowHandlers?: Readonly<Record<string, Readonly<Record<string, DueHandler>>>>;
  jobs: readonly RecurringJob[];
}): Worker {
  const { database, clock, log, consumers, jobs } = deps;
  const jobHandler: DueHandler = async (db, item, now) => {
    const job = jobs.find((j) => j.name === item.key);
    if (!job) return; // a job of an older release: not ours any more
    await job.run(db, now);
    await scheduleDue(db, [
      { kind: 'job', key: job.name, at: new Date(now.getTime() + job.everySeconds * 1000), data: {} },
    ]);
  };
  const handlers = { ...deps.handlers, job: jobHandler };
  let running = false;
  const loops: Promise<void>[] = [];

  async function loop(name: string, turn: () => Promise<boolean>): Promise<void> {
    let failures = 0;
    while (running) {
      let busy = false;
      try {
        busy = await turn();
        failures = 0;
      } catch (error) {
        failures++;
        log.warn({ err: error, loop: name, failures }, 'worker: a turn failed, trying again');
      }
      if (running && !busy) await pause(failures === 0 ? idleMs : Math.min(longestPauseMs, idleMs * 2 ** failures));
    }
  }

  /** A database that dies in this moment is waited for, as in every later one. */
  async function enterJobs(): Promise<void> {
    try {
      await database.asSystem(async (db) => {
        for (const job of jobs) {
          await db
            .insertInto('due')
            .values({ kind: 'job', key: job.name, at: clock.now(), data: '{}' })
            .onConflict((c) => c.columns(['kind', 'key']).doNothing())
            .execute();
        }
      });
    } catch (error) {
      if (!running || !isDatabaseAway(error)) throw error;
      log.warn({ err: error }, 'worker: the database is away, trying again');
      await pause(idleMs);
      await enterJobs();
    }
  }

  let wake: (() => void)[] = [];
  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake.push(() => {
        clearTimeout(timer);
        resolve();
      });
      if (wake.length > 50) wake = wake.slice(-20);
    });
  }

  return {
    async start() {
      running = true;
      await enterJobs();
      // Only a backlog is read without a pause: under steady load many small batches would cost more than what is in them.
      for (const consumer of consumers)
        loops.push(
          loop(consumer.name, async () => isFullBatch(consumer, (await runConsumer(database, clock, consumer)) ?? 0)),
        );
      loops.push(loop('due', () => runDue({ database, clock, log, handlers })));
      for (const [name, slow] of Object.entries(deps.slowHandlers ?? {}))
        loops.push(loop(name, () => runDue({ database, clock, log, handlers: slow })));
    },
    async stop() {
      running = false;
      for (const go of wake) go();
      await Promise.all(loops);
    },
  };
}
