import { Buffer } from 'node:buffer';
import type { ServerResponse } from 'node:http';
import type { LiveEvent } from '@linli/contract';
import type { Actor } from '@linli/domain';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { Log } from '../log.ts';
import { type Cursor, cursorText, findHorizon, type JournalRow, readJournal } from './read-journal.ts';

/** What a reader may see of a row: the event as they get it, or null. Decided by the modules, wired in `app.ts`. */
export type LiveView = (actor: Actor, row: JournalRow) => LiveEvent | null;

interface Reader {
  actor: Actor;
  /** Readers with the same reach get the same bytes, made once. */
  audience: string;
  stream: ServerResponse;
  blockedSince: number | null;
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
const slowReaderMs = 20_000;

/**
 * One poller per process reads the journal up to its safe horizon while anybody listens, and fans out to all readers. Polling, not
 * NOTIFY: a notification takes a global lock at commit, which would slow every write to save one small indexed read.
 */
export function createLiveFeed(deps: { database: Database; clock: Clock; log: Log; view: LiveView }): LiveFeed {
  const { database, clock, log, view } = deps;
  const readers = new Set<Reader>();
  let cursor: Cursor | null = null;
  let timer: NodeJS.Timeout | null = null;
  let polling: Promise<void> = Promise.resolve();
  let closed = false;
  let lastBeat = 0;

  function frame(event: string, id: string, data: unknown): string {
    return `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
  }

  function send(reader: Reader, text: string | Buffer): void {
    if (reader.stream.writableEnded) return;
    // A reader that does not drain for long is cut; it resumes by Last-Event-ID.
    const now = Date.now();
    if (reader.blockedSince !== null && now - reader.blockedSince > slowReaderMs) {
      reader.stream.destroy();
      return;
    }
    if (!reader.stream.write(text)) reader.blockedSince ??= now;
  }

  function fanOut(rows: readonly JournalRow[]): void {
    const texts = new Map<string, Buffer>();
    for (const reader of readers) {
      let text = texts.get(reader.audience);
      if (!text) {
        text = Buffer.from(rows.map((row) => eventText(reader.actor, row)).join(''));
        texts.set(reader.audience, text);
      }
      if (text.length > 0) send(reader, text);
    }
  }

  function eventText(actor: Actor, row: JournalRow): string {
    const event = view(actor, row);
    return event ? frame('change', event.cursor, event) : '';
  }

  async function poll(): Promise<void> {
    if (readers.size === 0) {
      cursor = null;
      return;
    }
    const rows = await database.asSystem(async (db) => {
      cursor ??= await findHorizon(db);
      return readJournal(db, cursor, 1000);
    });
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

  function schedule(): void {
    if (closed || timer || readers.size === 0) return;
    timer = setTimeout(() => {
      timer = null;
      polling = poll()
        .catch((error: unknown) => log.warn({ err: error }, 'live feed: reading the journal failed, trying again'))
        .finally(schedule);
    }, pollMs);
  }

  async function backlog(reader: Reader, after: Cursor, until: Cursor): Promise<boolean> {
    const rows = await database.asSystem((db) => readJournal(db, after, mostBacklog + 1));
    const missed = rows.filter(
      (row) => BigInt(row.xid) < BigInt(until.xid) || (row.xid === until.xid && BigInt(row.seq) <= BigInt(until.seq)),
    );
    if (missed.length > mostBacklog) return false;
    for (const row of missed) {
      const text = eventText(reader.actor, row);
      if (text) send(reader, text);
    }
    return true;
  }

  return {
    async attach(actor, stream, lastEventId) {
      const match = lastEventId ? /^(\d{1,19})\.(\d{1,19})$/.exec(lastEventId) : null;
      const resume: Cursor | null = match?.[1] && match[2] ? { xid: match[1], seq: match[2] } : null;
      stream.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        connection: 'keep-alive',
        'x-accel-buffering': 'no',
      });
      const reader: Reader = {
        actor,
        audience: JSON.stringify([actor.kind, actor.accountId, actor.scopes]),
        stream,
        blockedSince: null,
      };
      stream.on('drain', () => {
        reader.blockedSince = null;
      });
      stream.on('close', () => readers.delete(reader));
      stream.on('error', () => readers.delete(reader));
      // Wait for the poll under way, so that the shared position stands still while this reader joins it.
      await polling;
      const at: Cursor = cursor ?? (await database.asSystem(findHorizon));
      cursor = at;
      send(reader, 'retry: 2000\n\n');
      if (resume && !(await backlog(reader, resume, at))) send(reader, frame('reset', cursorText(at), {}));
      if (!resume)
        send(reader, frame('snapshot', cursorText(at), { cursor: cursorText(at), at: clock.now().toISOString() }));
      if (stream.writableEnded || stream.destroyed) return;
      // The shared position may have moved while the backlog was read: catch this reader up before it joins.
      if (cursor && cursorText(cursor) !== cursorText(at)) await backlog(reader, at, cursor);
      readers.add(reader);
      schedule();
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
