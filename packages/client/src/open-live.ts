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

  /** Waits for a piece of the stream, but not for ever. */
  function unlessSilent<T>(piece: Promise<T>, onSilence: () => void): Promise<T> {
    const silence = setTimeout(() => {
      onSilence();
      controller.abort();
    }, SILENCE_SECONDS * 1000);
    return piece.finally(() => clearTimeout(silence));
  }

  /** One connection, to its end; `quiet` when it was open and only nothing came for long. Throws when it breaks. */
  async function follow(): Promise<'quiet' | 'ended'> {
    const resume: Record<string, string> = cursor === null ? {} : { 'last-event-id': cursor };
    const headers = { accept: 'text/event-stream', ...options.headers?.(), ...resume };
    const send = options.fetch ?? fetch;
    const opening = send(options.url, { headers, signal: controller.signal, cache: 'no-store' });
    const response = await unlessSilent(opening, () => undefined);
    if (!response.ok || response.body === null) throw new Error(`live feed answered ${response.status}`);
    tell('open');
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    const parse = createEventStreamParser();
    let isQuiet = false;
    const whenSilent = () => {
      isQuiet = true;
    };
    try {
      for (;;) {
        const { value, done } = await unlessSilent(reader.read(), whenSilent);
        if (done || closed) return 'ended';
        failures = 0;
        for (const event of parse(decoder.decode(value, { stream: true }))) handle(event);
      }
    } catch (error) {
      if (isQuiet) return 'quiet';
      throw error;
    }
  }

  async function run(): Promise<void> {
    if (closed) return;
    tell('connecting');
    controller = new AbortController();
    const end = await follow().catch(() => 'ended' as const); // every way it can break is answered alike
    controller.abort();
    if (closed) return;
    if (end === 'quiet') return run(); // perhaps dead, perhaps a calm night: look at once, without alarm
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
