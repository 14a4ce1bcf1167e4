import { createServer, type Server } from 'node:http';
import { type Actor, anonymousActor } from '@linli/domain';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cloneDatabase } from '../../test/clone-database.ts';
import { createDatabase, type Database } from '../db/database.ts';
import { createPool } from '../db/pool.ts';
import { newId } from '../ids.ts';
import { createLog } from '../log.ts';
import { appendJournal } from './append-journal.ts';
import { createLiveFeed, type LiveFeed, type LiveView } from './live-feed.ts';
import { type LiveReader, openReader } from './live-reader.harness.ts';
import { cursorText, findHorizon, parseCursor, readJournal, startOfJournal } from './read-journal.ts';

const clock = { now: () => new Date('2026-03-16T02:00:00Z') };
let database: Database;
let drop: () => Promise<void>;
let feed: LiveFeed;
let server: Server;
let url: string;
const open: LiveReader[] = [];

/** Rows named `private:<account>` are for that account alone; `large` ones carry many bytes. */
const view: LiveView = (actor, row) => {
  const owner = row.kind.startsWith('private:') ? row.kind.slice('private:'.length) : null;
  if (owner !== null && owner !== actor.accountId) return null;
  const data = row.kind === 'large' ? { bytes: 'x'.repeat(1_000_000) } : {};
  return {
    cursor: cursorText(row),
    at: row.at.toISOString(),
    kind: row.kind,
    noun: row.noun,
    nounId: row.noun_id,
    path: row.path,
    data,
  };
};

beforeAll(async () => {
  const clone = await cloneDatabase();
  drop = clone.drop;
  database = createDatabase(createPool({ connectionString: clone.connectionString }, { max: 8 }, () => undefined));
});
afterAll(async () => {
  await database.close();
  await drop();
});
beforeEach(async () => {
  feed = createLiveFeed({ database, clock, log: createLog('silent'), view, slowReaderMs: 300 });
  server = createServer((request, response) => {
    const accountId = new URL(request.url ?? '', 'http://x').searchParams.get('as');
    const actor: Actor = accountId ? { ...anonymousActor, kind: 'resident', accountId } : anonymousActor;
    const lastEventId = request.headers['last-event-id'];
    void feed.attach(actor, response, typeof lastEventId === 'string' ? lastEventId : null);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`;
});
afterEach(async () => {
  for (const reader of open.splice(0)) reader.close();
  await feed.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function read(options: { as?: string; lastEventId?: string | undefined } = {}): Promise<LiveReader> {
  const reader = await openReader(options.as ? `${url}?as=${options.as}` : url, { lastEventId: options.lastEventId });
  open.push(reader);
  return reader;
}
/** Writes events in one transaction; answers their ids. */
async function write(count = 1, kind = 'thing.changed'): Promise<string[]> {
  const ids = Array.from({ length: count }, newId);
  await database.asSystem((db) =>
    appendJournal(
      db,
      ids.map((nounId) => ({
        at: clock.now(),
        kind,
        noun: 'thing',
        nounId,
        path: 'a',
        actorId: null,
        requestId: null,
        data: {},
      })),
    ),
  );
  return ids;
}
const told = (id: string | undefined) => (e: { data: { nounId?: string } }) => e.data.nounId === id;
const isSnapshot = (e: { event: string }) => e.event === 'snapshot';
/** Waits until no running transaction of the cluster holds back what was written (other tests share it). */
async function passed(): Promise<void> {
  const [last] = (await database.pool.query<{ seq: string }>('select max(seq)::text as seq from journal')).rows;
  await expect.poll(async () => (await database.asSystem(findHorizon)).seq, { timeout: 10_000 }).toBe(last?.seq);
}
/** Long enough for anything wrong to be sent too. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 300));

describe('the live feed', () => {
  it('begins with a snapshot of the position and then tells what changes, nothing from before', async () => {
    await write(3);
    await passed();
    const reader = await read();
    const snapshot = await reader.until(isSnapshot);
    expect(snapshot.data.cursor).toBe(snapshot.id);
    const ids = await write(2);
    await reader.until(told(ids[1]));
    expect(reader.changes()).toEqual(ids);
    expect(reader.events.map((e) => e.event)).toEqual(['snapshot', 'change', 'change']);
  });

  it('goes on from the last event: exactly what was missed, nothing twice', async () => {
    const first = await read();
    await first.until(isSnapshot);
    const before = await write(3);
    const last = await first.until(told(before[2]));
    first.close();
    const missed = await write(5);
    const second = await read({ lastEventId: last.id });
    await second.until(told(missed[4]));
    const after = await write(2);
    await second.until(told(after[1]));
    await settle();
    expect(second.changes()).toEqual([...missed, ...after]);
    expect(second.events.some(isSnapshot)).toBe(false);
  });

  it('neither loses nor doubles anything for readers that come, go and come back while four writers write', async () => {
    const written: string[] = [];
    let writing = true;
    const writers = Array.from({ length: 4 }, async () => {
      for (let i = 0; i < 40; i++) {
        written.push(...(await write(1 + (i % 3))));
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    });
    const reading = Array.from({ length: 6 }, async (_, n) => {
      const seen: string[] = [];
      const start = await read();
      const from = (await start.until(isSnapshot)).id;
      start.close();
      let lastEventId = from;
      while (writing) {
        const reader = await read({ lastEventId });
        await new Promise((resolve) => setTimeout(resolve, 20 + 37 * n));
        reader.close();
        await reader.ended;
        seen.push(...reader.changes());
        lastEventId = reader.events.at(-1)?.id ?? lastEventId;
      }
      const rest = await read({ lastEventId });
      return { from: parseCursor(from) ?? startOfJournal, seen: () => [...seen, ...rest.changes()] };
    });
    await Promise.all(writers);
    writing = false;
    for (const { from, seen } of await Promise.all(reading)) {
      const rows = await database.asSystem((db) => readJournal(db, from, 10_000));
      await expect.poll(seen, { timeout: 5000 }).toEqual(rows.map((row) => row.noun_id));
    }
    await settle();
    for (const { from, seen } of await Promise.all(reading)) {
      const rows = await database.asSystem((db) => readJournal(db, from, 10_000));
      expect(seen()).toEqual(rows.map((row) => row.noun_id));
      expect(rows.filter((row) => written.includes(row.noun_id)).length).toBeGreaterThan(50);
    }
  }, 20_000);

  it('says reset and gives a new position to whoever is too far behind, or comes from another journal', async () => {
    const reader = await read();
    const { id } = await reader.until(isSnapshot);
    const many = await write(2001);
    await reader.until(told(many.at(-1))); // past the horizon, so that a backlog sees all of it
    const late = await read({ lastEventId: id });
    await late.until(isSnapshot);
    expect(late.events.map((e) => e.event)).toEqual(['reset', 'snapshot']);
    const foreign = await read({ lastEventId: '999999999.5' });
    await foreign.until(isSnapshot);
    expect(foreign.events.map((e) => e.event)).toEqual(['reset', 'snapshot']);
    const [next] = await write();
    await Promise.all([late.until(told(next)), foreign.until(told(next))]);
    expect(late.changes()).toEqual([next]);
  });

  it.each(['', 'x', '1', '1.', '1.99999999999999999999', '5.9999999999999999999', '-1.2'])(
    'takes a position that is none (%s) for none',
    async (lastEventId) => {
      const reader = await read({ lastEventId });
      await reader.until(isSnapshot);
      expect(reader.events[0]?.event).toBe('snapshot');
    },
  );

  it('tells each reader only what is theirs, live and when resuming', async () => {
    const [anna, ben] = [newId(), newId()];
    const readers = { anna: await read({ as: anna }), ben: await read({ as: ben }), nobody: await read() };
    const { id } = await readers.anna.until(isSnapshot);
    await readers.ben.until(isSnapshot);
    await readers.nobody.until(isSnapshot);
    const [hers] = await write(1, `private:${anna}`);
    const [common] = await write();
    for (const reader of Object.values(readers)) await reader.until(told(common));
    expect(readers.anna.changes()).toEqual([hers, common]);
    expect(readers.ben.changes()).toEqual([common]);
    expect(readers.nobody.changes()).toEqual([common]);
    const again = { anna: await read({ as: anna, lastEventId: id }), ben: await read({ as: ben, lastEventId: id }) };
    await again.anna.until(told(common));
    await again.ben.until(told(common));
    expect(again.anna.changes()).toEqual([hers, common]);
    expect(again.ben.changes()).toEqual([common]);
  });

  it('cuts a reader that does not read, and others hear everything meanwhile', async () => {
    const slow = await read();
    const quick = await read();
    await slow.until(isSnapshot);
    await quick.until(isSnapshot);
    slow.pause();
    let last: string | undefined;
    for (let i = 0; i < 12; i++) {
      [last] = await write(1, 'large');
      await new Promise((resolve) => setTimeout(resolve, 110));
    }
    await quick.until(told(last));
    expect(quick.changes().length).toBe(12);
    await expect.poll(() => feed.readers(), { timeout: 3000 }).toBe(1);
  });

  it('reads nothing while nobody listens, and leaves nothing running when closed', async () => {
    let reads = 0;
    const counted: Database = {
      ...database,
      asSystem: (work) => {
        reads++;
        return database.asSystem(work);
      },
    };
    const own = createLiveFeed({ database: counted, clock, log: createLog('silent'), view });
    server.removeAllListeners('request');
    server.on('request', (_request, response) => void own.attach(anonymousActor, response, null));
    const reader = await read();
    await reader.until(isSnapshot);
    await expect.poll(() => reads, { timeout: 2000 }).toBeGreaterThan(3);
    reader.close();
    await expect.poll(() => own.readers()).toBe(0);
    await settle();
    const idle = reads;
    await settle();
    expect(reads).toBe(idle);
    const last = await read();
    await last.until(isSnapshot);
    await own.close();
    await last.ended;
    const closed = reads;
    await settle();
    expect(reads).toBe(closed);
    expect(own.readers()).toBe(0);
    const late = await read();
    await late.ended; // let in by nobody
  });

  it('goes on after the database was away for a moment', async () => {
    let away = false;
    const shaky: Database = {
      ...database,
      asSystem: (work) => (away ? Promise.reject(new Error('Connection terminated')) : database.asSystem(work)),
    };
    const own = createLiveFeed({ database: shaky, clock, log: createLog('silent'), view });
    server.removeAllListeners('request');
    server.on('request', (request, response) => {
      const position = request.headers['last-event-id'];
      void own.attach(anonymousActor, response, typeof position === 'string' ? position : null);
    });
    const reader = await read();
    const { id } = await reader.until(isSnapshot);
    away = true;
    const refused = await read({ lastEventId: id }).catch(() => null);
    await refused?.ended;
    expect(refused?.events ?? []).toEqual([]);
    const ids = await write(2);
    await settle();
    away = false;
    await reader.until(told(ids[1]));
    expect(reader.changes()).toEqual(ids);
    await own.close();
  });
});
