import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { cloneDatabase } from '../../test/clone-database.ts';
import { createDatabase, type Database } from '../db/database.ts';
import { createPool } from '../db/pool.ts';
import { createLog } from '../log.ts';
import { scheduleDue } from './due-work.ts';
import { createWorker } from './worker.ts';

const at = new Date('2026-03-16T02:00:00Z');
let database: Database;
let drop: () => Promise<void>;
beforeAll(async () => {
  const clone = await cloneDatabase();
  drop = clone.drop;
  database = createDatabase(createPool({ connectionString: clone.connectionString }, { max: 8 }, () => undefined));
});
afterAll(async () => {
  await database.close();
  await drop();
});

it('a message and a deadline do not wait for a long table', async () => {
  const done: string[] = [];
  let tableIsThrough = (): void => undefined;
  const table = new Promise<void>((resolve) => {
    tableIsThrough = resolve;
  });
  const note = (word: string) => async () => void done.push(word);
  const worker = createWorker({
    database,
    clock: { now: () => at },
    log: createLog('silent'),
    consumers: [],
    jobs: [],
    handlers: { deadline: note('deadline') },
    slowHandlers: {
      tables: {
        table: async () => {
          done.push('table begun');
          await table;
          done.push('table');
        },
      },
      messages: { message: note('message') },
    },
  });
  const schedule = (kind: string) => database.asSystem((db) => scheduleDue(db, [{ kind, key: kind, at, data: {} }]));
  await schedule('table');
  await worker.start();
  try {
    await vi.waitFor(() => expect(done).toEqual(['table begun']), 10_000);
    await schedule('message');
    await schedule('deadline');
    await vi.waitFor(() => expect(done.toSorted()).toEqual(['deadline', 'message', 'table begun']), 10_000);
  } finally {
    tableIsThrough();
    await worker.stop();
  }
  expect(done.at(-1)).toBe('table');
});

it('begins when the database is back, if it was away just then', async () => {
  const ran: string[] = [];
  let away = 2;
  const asSystem: Database['asSystem'] = (work) =>
    away-- > 0 ? Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' })) : database.asSystem(work);
  const worker = createWorker({
    database: { ...database, asSystem },
    clock: { now: () => at },
    log: createLog('silent'),
    consumers: [],
    jobs: [{ name: 'sweep', everySeconds: 60, run: async () => void ran.push('sweep') }],
    handlers: {},
  });
  await worker.start();
  try {
    await vi.waitFor(() => expect(ran).toEqual(['sweep']), 10_000);
  } finally {
    await worker.stop();
  }
});
