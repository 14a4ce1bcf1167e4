import { Buffer } from 'node:buffer';
import type { ServerResponse } from 'node:http';
import type { LiveEvent } from '@linli/contract';
import type { Actor } from '@linli/domain';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { Log } from '../log.ts';
import {
  type Cursor,
  compareCursors,
  cursorText,
  findHorizon,
  type JournalRow,
  parseCursor,
  readJournal,
} from './read-journal.ts';

/** What a reader may see of a row: the event as they get it, or null. Decided by the modules, wired in `app.ts`. */
export type LiveView = (actor: Actor, row: JournalRow) => LiveEvent | null;

interface Reader {
  actor: Actor;
  /** Readers with the same reach get the same bytes, made once. */
  audience: string;
  stream: ServerResponse;
  blockedSince: number | null;
  /** Up to here the reader has everything, when that is further than the shared position; null = it goes with the others. */
  ahead: Cursor | null;
}

export interface LiveFeed {
  /** Serves the feed on a raw response: `snapshot`, then `change` events; resumes after `lastEventId`. */
  attach(actor: Actor, stream: ServerResponse, lastEventId: string | null): Promise<void>;
  readers(): number;
  close(): Promise<void>;
}

const pollMs = 100;
const heartbeatMs = 15_000;
const mostBacklog = 2000;

/**
 * One poller per process reads the journal up to its safe horizon while anybody listens, and fans out to all readers. Polling, not
 * NOTIFY: a notification takes a global lock at commit, which would slow every write to save one small indexed read.
 * `slowReaderMs`: a reader whose bytes pile up for longer is cut; it resumes by Last-Event-ID.
 */
export function createLiveFeed(deps: {
  database: Database;
  clock: Clock;
  log: Log;
  view: LiveView;
  slowReaderMs?: number;
}): LiveFeed {
  const { database, clock, log, view, slowReaderMs = 20_000 } = deps;
  const readers = new Set<Reader>();
  /** Everything up to here was sent to every reader; null while nobody listens. Moves only forward while anybody does. */
  let cursor: Cursor | null = null;
  let timer: NodeJS.Timeout | null = null;
  let polling: Promise<void> | null = null;
  let closed = false;
  let lastBeat = 0;

  function frame(event: string, id: string, data: unknown): string {
    return `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
  }

  function send(reader: Reader, text: string | Buffer): void {
    if (reader.stream.writableEnded || reader.stream.destroyed) return;
    const now = Date.now();
    if (reader.blockedSince !== null && now - reader.blockedSince > slowReaderMs) {
      readers.delete(reader);
      reader.stream.destroy();
      return;
    }
    if (!reader.stream.write(text)) reader.blockedSince ??= now;
  }

  function eventsText(actor: Actor, rows: readonly JournalRow[]): string {
    return rows
      .map((row) => {
        const event = view(actor, row);
        return event ? frame('change', event.cursor, event) : '';
      })
      .join('');
  }

  function fanOut(rows: readonly JournalRow[]): void {
    const texts = new Map<string, Buffer>();
    for (const reader of readers) {
      const { ahead } = reader;
      if (ahead) {
        const fresh = rows.filter((row) => compareCursors(row, ahead) > 0);
        if (fresh.length > 0) reader.ahead = null;
        const own = eventsText(reader.actor, fresh);
        if (own !== '') send(reader, own);
        continue;
      }
      let text = texts.get(reader.audience);
      if (!text) {
        text = Buffer.from(eventsText(reader.actor, rows));
        texts.set(reader.audience, text);
      }
      if (text.length > 0) send(reader, text);
    }
  }

  async function poll(): Promise<void> {
    const from = cursor;
    if (readers.size === 0 || !from) {
      cursor = null;
      return;
    }
    const rows = await database.asSystem((db) => readJournal(db, from, 1000));
    const last = rows.at(-1);
    if (last) {
      cursor = { xid: last.xid, seq: last.seq };
      fanOut(rows);
    }
    if (Date.now() - lastBeat > heartbeatMs) {
      lastBeat = Date.now();
      for (const reader of readers) send(reader, ': alive\n\n');
    }
  }

  /** One poll at a time: a second one would send the same rows again. */
  function schedule(): void {
    if (closed || timer || polling || readers.size === 0) return;
    timer = setTimeout(() => {
      timer = null;
      polling = poll()
        .catch((error: unknown) => log.warn({ err: error }, 'live feed: reading the journal failed, trying again'))
        .finally(() => {
          polling = null;
          schedule();
        });
    }, pollMs);
  }

  /** Sends what came after the position; answers the new one, or null when it is too far behind or not of this journal. */
  async function catchUp(reader: Reader, after: Cursor): Promise<Cursor | null> {
    const { rows, horizon } = await database.asSystem(async (db) => ({
      horizon: await findHorizon(db),
      rows: await readJournal(db, after, mostBacklog + 1),
    }));
    if (rows.length > mostBacklog || compareCursors(after, horizon) > 0) return null;
    const text = eventsText(reader.actor, rows);
    if (text !== '') send(reader, text);
    return rows.at(-1) ?? after;
  }

  /** Where things are now. With nobody listening the shared position stands where the last reader left: ask anew. */
  async function position(): Promise<Cursor> {
    return readers.size > 0 && cursor ? cursor : database.asSystem(findHorizon);
  }

  async function join(reader: Reader, resume: Cursor | null, here: Cursor): Promise<void> {
    const begin = async (event: 'snapshot' | 'reset'): Promise<Cursor> => {
      const at = event === 'snapshot' ? here : await position();
      const data = { cursor: cursorText(at), at: clock.now().toISOString() };
      if (event === 'reset') send(reader, frame('reset', cursorText(at), {}));
      send(reader, frame('snapshot', cursorText(at), data));
      return at;
    };
    let at = resume ? ((await catchUp(reader, resume)) ?? (await begin('reset'))) : await begin('snapshot');
    // The shared position may be further by now. What lies between is sent before the reader joins the others.
    while (cursor && compareCursors(at, cursor) < 0) at = (await catchUp(reader, at)) ?? (await begin('reset'));
    if (closed || reader.stream.writableEnded || reader.stream.destroyed) return;
    // No await from here on: nothing can move in between.
    if (!cursor || (readers.size === 0 && !polling)) cursor = at;
    if (compareCursors(at, cursor) > 0) reader.ahead = at;
    readers.add(reader);
    schedule();
  }

  return {
    async attach(actor, stream, lastEventId) {
      // Taken before the reader learns that it is connected: what happens after that is told.
      const here = await position().catch((error: unknown) => {
        log.warn({ err: error }, 'live feed: a reader could not be let in, it will try again');
        return null;
      });
      if (!here) {
        stream.writeHead(503, { 'retry-after': '2' }).end();
        return;
      }
      stream.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        connection: 'keep-alive',
        'x-accel-buffering': 'no',
      });
      const audience = JSON.stringify([actor.kind, actor.accountId, actor.scopes, actor.pools]);
      const reader: Reader = { actor, audience, stream, blockedSince: null, ahead: null };
      stream.on('drain', () => {
        reader.blockedSince = null;
      });
      stream.on('close', () => readers.delete(reader));
      stream.on('error', () => readers.delete(reader));
      send(reader, 'retry: 2000\n\n');
      try {
        await join(reader, lastEventId ? parseCursor(lastEventId) : null, here);
      } catch (error) {
        log.warn({ err: error }, 'live feed: a reader could not be let in, it will try again');
        stream.destroy();
      }
      if (closed) stream.end();
    },
    readers: () => readers.size,
    async close() {
      closed = true;
      if (timer) clearTimeout(timer);
      await polling;
      for (const reader of readers) reader.stream.end();
      readers.clear();
    },
  };
}
