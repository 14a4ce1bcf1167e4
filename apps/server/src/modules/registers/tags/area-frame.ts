import type { PlaceIndexData } from '../../places/index.ts';

/** An area as counts show it. */
export interface FrameArea {
  readonly id: string;
  readonly parentId: string | null;
  readonly path: string;
  readonly level: number;
  readonly name: string;
}

export interface AreaFrame {
  /** Areas of the site in force, down to the micro-grid. */
  readonly inForce: readonly FrameArea[];
  /** Any area, closed ones too: subjects may still stand there. Null when unknown. */
  at(areaId: string): FrameArea | null;
}

const frames = new WeakMap<PlaceIndexData, Map<string, AreaFrame>>();
const mostKept = 8;

/** The areas with their names and parents on a day; kept as long as the places are, since every count needs them all. */
export function frameOf(places: PlaceIndexData, call: { siteId: string; today: string }): AreaFrame {
  const kept = frames.get(places) ?? new Map<string, AreaFrame>();
  frames.set(places, kept);
  const key = `${call.siteId}/${call.today}`;
  const known = kept.get(key);
  if (known) return known;
  const frame = makeFrame(places, call);
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, frame);
  return frame;
}

function makeFrame(places: PlaceIndexData, call: { siteId: string; today: string }): AreaFrame {
  const areas = new Map<string, FrameArea | null>();
  const at = (areaId: string): FrameArea | null => {
    const known = areas.get(areaId);
    if (known !== undefined) return known;
    const chain = places.chainOf(areaId);
    const own = chain?.areas.at(-1);
    const parentId = chain?.areas.at(-2)?.id ?? null;
    const area = chain && own ? { id: areaId, parentId, path: chain.path, level: own.level, name: own.name } : null;
    areas.set(areaId, area);
    return area;
  };
  const inForce = places
    .areasOn(call.siteId, call.today)
    .flatMap((area) => (area.level <= 4 ? (at(area.id) ?? []) : []));
  return { inForce, at };
}

/** True when one area is another or lies below it, by their paths. */
export function isAreaWithin(places: PlaceIndexData): (areaId: string, topId: string) => boolean {
  return (areaId, topId) => {
    const [area, top] = [places.areaOf(areaId), places.areaOf(topId)];
    return area !== null && top !== null && (area.path === top.path || area.path.startsWith(`${top.path}.`));
  };
}
