import type { LiveEvent } from '@linli/contract';
import { backOffSeconds } from './back-off.ts';
import { createEventStreamParser, type StreamEvent } from './event-stream.ts';

const BACK_OFF = { firstSeconds: 1, maxSeconds: 30 };
/** The server sends a sign of life more often; after this long in silence the line is taken for dead. */
const SILENCE_SECONDS = 75;

export type LiveState = 'connecting' | 'open' | 'waiting' | 'closed';

export interface LiveOptions {
  /** `/api/live` in a browser, the whole address elsewhere. */
  url: string;
  onSnapshot?: (snapshot: { cursor: string; at: string }) => void;
  onChange: (event: LiveEvent) => void;
  /** The feed cannot go on from where we were: load everything anew. A new snapshot follows. */
  onReset?: () => void;
  onState?: (state: LiveState) => void;
  /** Resume after this event; left out = from now. */
  cursor?: string;
  /** For callers outside a browser: the session cookie. */
  headers?: () => Record<string, string>;
  fetch?: typeof fetch;
  random?: () => number;
}

export interface LiveFeed {
  close(): void;
}

/**
 * Follows the live feed until closed; comes back by itself with growing pauses (1 to 30 s, spread) and goes on from
 * the last event seen (`Last-Event-ID`). It reads the stream with fetch, not EventSource: EventSource gives up for good
 * on a 502, cannot be told where to resume, and does not exist in Node.
 */
export function openLive(options: LiveOptions): LiveFeed {
  let cursor = options.cursor ?? null;
  let failures = 0;
  let closed = false;
  let controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (state: LiveState) => options.onState?.(state);

  function handle(event: StreamEvent): void {
    if (event.event === 'reset') {
      cursor = null;
      options.onReset?.();
      return;
    }
    cursor = event.id ?? cursor;
    // Shapes by the contract: the server made these from LiveSnapshot and LiveEvent.
    if (event.event === 'snapshot') options.onSnapshot?.(JSON.parse(event.data) as { cursor: string; at: string });
    else if (event.event === 'change') options.onChange(JSON.parse(event.data) as LiveEvent);
  }

  async function follow(): Promise<void> {
    const headers = {
      accept: 'text/event-stream',
      ...options.headers?.(),
      ...(cursor ? { 'last-event-id': cursor } : {}),
    };
    const send = options.fetch ?? fetch;
    const response = await send(options.url, { headers, signal: controller.signal, cache: 'no-store' });
    if (!response.ok || response.body === null) throw new Error(`live feed answered ${response.status}`);
    tell('open');
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    const parse = createEventStreamParser();
    for (;;) {
      const silence = setTimeout(() => controller.abort(), SILENCE_SECONDS * 1000);
      const { value, done } = await reader.read().finally(() => clearTimeout(silence));
      if (done || closed) return;
      failures = 0;
      for (const event of parse(decoder.decode(value, { stream: true }))) handle(event);
    }
  }

  async function run(): Promise<void> {
    if (closed) return;
    tell('connecting');
    controller = new AbortController();
    await follow().catch(() => undefined); // every way it can end is answered alike: pause and come back
    controller.abort();
    if (closed) return;
    failures += 1;
    tell('waiting');
    timer = setTimeout(run, backOffSeconds(failures, BACK_OFF, options.random ?? Math.random) * 1000);
  }

  void run();
  return {
    close() {
      closed = true;
      clearTimeout(timer);
      controller.abort();
      tell('closed');
    },
  };
}
