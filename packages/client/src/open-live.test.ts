import { afterEach, describe, expect, it, vi } from 'vitest';
import { type LiveState, openLive } from './open-live.ts';

afterEach(() => vi.useRealTimers());

const change = (cursor: string) =>
  `event: change\nid: ${cursor}\ndata: ${JSON.stringify({ cursor, kind: 'case.reported' })}\n\n`;

/** Answers one connection after the other: a text that is sent and then cut off, or a status. */
function createFakeFeed(connections: Array<string | number>) {
  const resumedFrom: Array<string | undefined> = [];
  const fetch = vi.fn(async (_url: unknown, init?: RequestInit) => {
    const headers = new Headers(init?.headers);
    resumedFrom.push(headers.get('last-event-id') ?? undefined);
    const next = connections.shift();
    if (next === undefined) return new Promise<Response>(() => undefined);
    return typeof next === 'number' ? new Response('', { status: next }) : new Response(next);
  });
  return { fetch, resumedFrom };
}

function follow(connections: Array<string | number>) {
  vi.useFakeTimers();
  const feed = createFakeFeed(connections);
  const seen: string[] = [];
  const states: LiveState[] = [];
  const live = openLive({
    url: '/api/live',
    fetch: feed.fetch,
    random: () => 0.999,
    onSnapshot: (snapshot) => seen.push(`snapshot ${snapshot.cursor}`),
    onChange: (event) => seen.push(event.cursor),
    onReset: () => seen.push('reset'),
    onState: (state) => states.push(state),
  });
  return { ...feed, live, seen, states };
}

describe('openLive', () => {
  it('comes back after a cut and goes on from the last event', async () => {
    const snapshot = 'event: snapshot\nid: 5\ndata: {"cursor":"5","at":"2026-11-22T01:00:00.000Z"}\n\n';
    const { live, seen, states, resumedFrom } = follow([snapshot + change('6'), change('7')]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(seen).toEqual(['snapshot 5', '6', '7']);
    expect(resumedFrom.slice(0, 3)).toEqual([undefined, '6', '7']);
    expect(states.slice(0, 4)).toEqual(['connecting', 'open', 'waiting', 'connecting']);
    live.close();
  });

  it('starts anew after a reset', async () => {
    const { live, seen, resumedFrom } = follow([`${change('6')}event: reset\ndata: {}\n\n`]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(seen).toEqual(['6', 'reset']);
    expect(resumedFrom).toEqual([undefined, undefined]);
    live.close();
  });

  it('looks anew at once after a long silence, without saying that the line is lost', async () => {
    vi.useFakeTimers();
    const states: LiveState[] = [];
    const fetch = vi.fn(async (_url: unknown, init?: RequestInit) => {
      const silent = new ReadableStream({
        start: (stream) => init?.signal?.addEventListener('abort', () => stream.error(new Error('aborted'))),
      });
      return new Response(silent);
    });
    const live = openLive({
      url: '/api/live',
      fetch,
      onChange: () => undefined,
      onState: (state) => states.push(state),
    });
    await vi.advanceTimersByTimeAsync(80_000);
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(states).toEqual(['connecting', 'open', 'connecting', 'open']);
    live.close();
  });

  it('waits longer after each failure, at most 30 seconds, and not at all once closed', async () => {
    const { live, fetch, states } = follow(Array.from({ length: 50 }, () => 502));
    await vi.advanceTimersByTimeAsync(32_000); // 1 + 2 + 4 + 8 + 16
    expect(fetch).toHaveBeenCalledTimes(6);
    await vi.advanceTimersByTimeAsync(90_000);
    expect(fetch).toHaveBeenCalledTimes(9);
    live.close();
    await vi.advanceTimersByTimeAsync(90_000);
    expect(fetch).toHaveBeenCalledTimes(9);
    expect(states.at(-1)).toBe('closed');
  });
});
