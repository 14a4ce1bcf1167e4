import { type ClientRequest, get, type IncomingMessage } from 'node:http';

export interface SeenEvent {
  id: string;
  event: string;
  data: { cursor?: string; kind?: string; nounId?: string; data?: Record<string, unknown> };
}

export interface LiveReader {
  events: SeenEvent[];
  /** Ids of the things that changed, in the order told. */
  changes(): string[];
  /** Resolves with all events once one fits; rejects after `ms`. */
  until(fits: (event: SeenEvent) => boolean, ms?: number): Promise<SeenEvent>;
  /** Stops or goes on reading, so that bytes pile up at the other end. */
  pause(): void;
  ended: Promise<void>;
  close(): void;
}

/** Reads a live feed over a real connection, as a page does. */
export async function openReader(
  url: string,
  options: { cookie?: string | null; lastEventId?: string | undefined } = {},
): Promise<LiveReader> {
  const headers = {
    ...(options.cookie ? { cookie: `linli_session=${options.cookie}` } : {}),
    ...(options.lastEventId ? { 'last-event-id': options.lastEventId } : {}),
  };
  let request: ClientRequest | undefined;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request = get(url, { headers, agent: false }, resolve).on('error', reject);
  });
  const events: SeenEvent[] = [];
  let text = '';
  let wake: (() => void)[] = [];
  response.setEncoding('utf8');
  response.on('data', (piece: string) => {
    text += piece;
    const frames = text.split('\n\n');
    text = frames.pop() ?? '';
    for (const frame of frames) {
      const [, id, event, data] = /^id: (.*)\nevent: (.*)\ndata: (.*)$/.exec(frame) ?? [];
      if (id !== undefined && event !== undefined && data !== undefined)
        events.push({ id, event, data: JSON.parse(data) });
    }
    for (const go of wake) go();
    wake = [];
  });
  const ended = new Promise<void>((resolve) => {
    response.on('close', resolve);
    response.on('error', () => resolve());
  });
  return {
    events,
    changes: () => events.filter((e) => e.event === 'change').map((e) => e.data.nounId ?? ''),
    async until(fits, ms = 5000) {
      const endsAt = Date.now() + ms;
      for (;;) {
        const found = events.find(fits);
        if (found) return found;
        if (Date.now() > endsAt) throw new Error(`not told within ${ms} ms; told ${events.length} events`);
        await new Promise<void>((resolve) => {
          wake.push(resolve);
          setTimeout(resolve, 50);
        });
      }
    },
    pause: () => void response.pause(),
    ended,
    close: () => request?.destroy(),
  };
}
