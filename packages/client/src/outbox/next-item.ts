import type { OutboxItem } from './outbox-item.ts';

/** The item to send now, or the instant (ms) when there will be one; `null` when nothing waits. */
export type NextItem = { item: OutboxItem } | { atMs: number } | null;

/**
 * The first waiting item of each lane may go, the earliest put in first; one that failed lately waits for its instant
 * and holds back the rest of its lane, but no other lane. `items` are in order of position.
 */
export function nextItem(items: readonly OutboxItem[], nowMs: number): NextItem {
  const seenLanes = new Set<string>();
  let earliest: number | null = null;
  for (const item of items) {
    if (item.state !== 'waiting' && item.state !== 'sending') continue;
    if (seenLanes.has(item.lane)) continue;
    seenLanes.add(item.lane);
    if (item.state === 'sending') continue;
    const atMs = item.nextTryAt === null ? nowMs : Date.parse(item.nextTryAt);
    if (atMs <= nowMs) return { item };
    earliest = earliest === null ? atMs : Math.min(earliest, atMs);
  }
  return earliest === null ? null : { atMs: earliest };
}
