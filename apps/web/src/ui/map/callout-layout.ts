/** Where a callout would stand, in pixels of the map: the middle of its lower edge, and its size. */
export type CalloutBox = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const GAP_PX = 4;
/** Further from its place than so many of its own heights a callout says nothing about the place any more. */
const MOST_HEIGHTS = 3;

/**
 * How far each callout is lifted so that none covers another; null = there is no room near its place, it is hidden.
 * Takes and answers them oldest first; the newest always stands at its place, the older ones give way.
 */
export function layOutCallouts(boxes: readonly CalloutBox[]): (number | null)[] {
  const placed: CalloutBox[] = [];
  const lifts: (number | null)[] = boxes.map(() => null);
  for (const [index, box] of [...boxes.entries()].reverse()) {
    const lift = liftAbove(box, placed);
    lifts[index] = lift;
    if (lift !== null) placed.push({ ...box, y: box.y - lift });
  }
  return lifts;
}

function liftAbove(box: CalloutBox, placed: readonly CalloutBox[]): number | null {
  // From the lowest up: whoever is passed once is never met again.
  const inTheWay = placed.filter((other) => touchesAcross(box, other)).sort((a, b) => b.y - a.y);
  let y = box.y;
  for (const other of inTheWay) {
    const touches = y > other.y - other.height - GAP_PX && y - box.height < other.y + GAP_PX;
    if (touches) y = other.y - other.height - GAP_PX;
  }
  const lift = box.y - y;
  return lift > box.height * MOST_HEIGHTS ? null : lift;
}

function touchesAcross(a: CalloutBox, b: CalloutBox): boolean {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 + GAP_PX;
}
