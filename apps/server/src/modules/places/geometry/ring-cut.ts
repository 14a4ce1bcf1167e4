import type { Position } from '@linli/domain';
import { eachEdge, nearestShare, ringsContain, samePosition } from './rings.ts';

export type CutRefusal = 'line-too-short' | 'line-misses' | 'line-ends-inside' | 'more-than-two-parts';

// 0.1 mm: a position this near to an edge lies on it.
const onEdgeDegrees = 1e-9;

/** A place where the line meets the ring: how far along the line and along the ring (edge number + share). */
type Meeting = { at: Position; alongLine: number; alongRing: number };

/**
 * Cuts a closed ring along a line that passes once through its inside, into two closed rings.
 * Only the stretch of the line inside the ring is used.
 */
export function cutRing(ring: readonly Position[], line: readonly Position[]): [Position[], Position[]] | CutRefusal {
  const path = line.filter((at, index) => index === 0 || !samePosition(at, line[index - 1] ?? at));
  if (path.length < 2) return 'line-too-short';
  const meetings = listMeetings(ring, path);
  const end = path.length - 1;
  const stops = [0, ...meetings.map((meeting) => meeting.alongLine), end];
  const runs = stops
    .slice(1)
    .map((to, index) => ({ from: stops[index] ?? 0, to }))
    .filter((run) => run.to - run.from > 1e-12 && isInside(ring, pointAlong(path, run.from, run.to)));
  const [run, ...more] = runs;
  if (!run) return 'line-misses';
  const enter = meetings.find((meeting) => meeting.alongLine === run.from);
  const leave = meetings.findLast((meeting) => meeting.alongLine === run.to);
  if (runs.some((part) => !isMet(meetings, part.from) || !isMet(meetings, part.to))) return 'line-ends-inside';
  if (more.length > 0) return 'more-than-two-parts';
  if (!enter || !leave) return 'line-ends-inside';
  const inner = path.filter((_, index) => index > run.from + 1e-12 && index < run.to - 1e-12);
  return [
    closeRing([...walk(ring, enter, leave), ...inner.toReversed()]),
    closeRing([...walk(ring, leave, enter), ...inner]),
  ];
}

function isMet(meetings: readonly Meeting[], alongLine: number): boolean {
  return meetings.some((meeting) => meeting.alongLine === alongLine);
}

function isInside(ring: readonly Position[], at: Position): boolean {
  let onEdge = false;
  eachEdge(ring, (a, b) => {
    onEdge ||= missOf(at, a, b) <= onEdgeDegrees;
  });
  return !onEdge && ringsContain([ring], at[0], at[1]);
}

/** The middle of the longest straight piece of a stretch of the path: the place least likely to graze an edge. */
function pointAlong(path: readonly Position[], from: number, to: number): Position {
  let best = { length: -1, at: positionAt(path, from) };
  for (let start = from; start < to; ) {
    const stop = Math.min(to, Math.floor(start) + 1);
    const [a, b] = [positionAt(path, start), positionAt(path, stop)];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (length > best.length) best = { length, at: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] };
    start = stop;
  }
  return best.at;
}

function positionAt(path: readonly Position[], along: number): Position {
  const index = Math.min(Math.floor(along), path.length - 2);
  const a = path[index] ?? [0, 0];
  const b = path[index + 1] ?? a;
  const share = along - index;
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

function listMeetings(ring: readonly Position[], path: readonly Position[]): Meeting[] {
  const found: Meeting[] = [];
  eachEdge(path, (p, q, segment) => {
    eachEdge(ring, (a, b, edge) => {
      for (const { at, onLine, onRing } of meetingsOf(p, q, a, b)) {
        found.push({ at, alongLine: segment + onLine, alongRing: edge + onRing });
      }
    });
  });
  found.sort((a, b) => a.alongLine - b.alongLine);
  // A corner is met by both its edges, and a bend of the line by both its segments: keep one.
  return found.filter((meeting, index) => {
    const before = found[index - 1];
    return !before || Math.hypot(meeting.at[0] - before.at[0], meeting.at[1] - before.at[1]) > onEdgeDegrees;
  });
}

function meetingsOf(p: Position, q: Position, a: Position, b: Position) {
  const touches = [
    ...[a, b].map((at) => ({ at, onLine: shareOf(at, p, q), onRing: at === a ? 0 : 1, miss: missOf(at, p, q) })),
    ...[p, q].map((at) => ({ at, onLine: at === p ? 0 : 1, onRing: shareOf(at, a, b), miss: missOf(at, a, b) })),
  ].filter((touch) => touch.miss <= onEdgeDegrees);
  if (touches.length > 0) return touches;
  const [rx, ry, sx, sy] = [q[0] - p[0], q[1] - p[1], b[0] - a[0], b[1] - a[1]];
  const cross = rx * sy - ry * sx;
  if (cross === 0) return [];
  const onLine = ((a[0] - p[0]) * sy - (a[1] - p[1]) * sx) / cross;
  const onRing = ((a[0] - p[0]) * ry - (a[1] - p[1]) * rx) / cross;
  if (onLine < 0 || onLine > 1 || onRing < 0 || onRing > 1) return [];
  const at: Position = [a[0] + sx * onRing, a[1] + sy * onRing];
  return [{ at, onLine, onRing }];
}

function shareOf(at: Position, a: Position, b: Position): number {
  return nearestShare(at[0], at[1], a, b, 1);
}

function missOf(at: Position, a: Position, b: Position): number {
  const share = shareOf(at, a, b);
  return Math.hypot(a[0] + (b[0] - a[0]) * share - at[0], a[1] + (b[1] - a[1]) * share - at[1]);
}

/** The ring's positions from one meeting forward to the other, both included. */
function walk(ring: readonly Position[], from: Meeting, to: Meeting): Position[] {
  const count = ring.length - 1;
  const target = to.alongRing > from.alongRing ? to.alongRing : to.alongRing + count;
  const between: Position[] = [];
  for (let corner = Math.floor(from.alongRing) + 1; corner < target; corner += 1) {
    between.push(ring[corner % count] ?? from.at);
  }
  return [from.at, ...between, to.at];
}

function closeRing(open: readonly Position[]): Position[] {
  const first = open[0] ?? [0, 0];
  const near = (a: Position, b: Position) => Math.hypot(a[0] - b[0], a[1] - b[1]) <= onEdgeDegrees;
  const distinct = open.filter((at, index) => index === 0 || !near(at, open[index - 1] ?? first));
  while (distinct.length > 1 && near(distinct.at(-1) ?? first, first)) distinct.pop();
  return [...distinct, [first[0], first[1]]];
}
