/** A report with its point, WGS-84 degrees. */
export interface PlacedReport {
  caseId: string;
  lng: number;
  lat: number;
  reportedAt: Date;
}

/** Reports close to each other, newest first. */
export interface HotSpot {
  /** The middle of its reports. */
  lng: number;
  lat: number;
  count: number;
  /** Different days on which something was reported here. */
  days: number;
  first: Date;
  latest: Date;
  reports: readonly PlacedReport[];
}

const metresPerDegree = 111_320;

/**
 * Places where reports gather. Each report looks for company within `radiusMetres`; whoever has `least - 1` others around is a core, and
 * cores within reach of each other are one spot with all they reach (DBSCAN: Ester et al. 1996). Most reports first. Some 20,000
 * points in a few tens of milliseconds: only the nine cells around a point are looked through.
 */
export function findHotSpots(
  reports: readonly PlacedReport[],
  options: { radiusMetres: number; least: number },
): HotSpot[] {
  const { radiusMetres, least } = options;
  const [first] = reports;
  if (!first || radiusMetres <= 0) return [];
  const perLng = metresPerDegree * Math.cos((first.lat * Math.PI) / 180);
  const points = reports.map((report) => ({ report, x: report.lng * perLng, y: report.lat * metresPerDegree }));
  const cells = new Map<string, number[]>();
  points.forEach(({ x, y }, i) => {
    const key = cellKey(x, y);
    const cell = cells.get(key);
    if (cell) cell.push(i);
    else cells.set(key, [i]);
  });
  const spotOf = new Int32Array(points.length).fill(-1);
  const spots: number[][] = [];
  for (let i = 0; i < points.length; i++) {
    if (spotOf[i] !== -1 || near(i).length < least) continue;
    const members: number[] = [];
    const waiting = [i];
    spotOf[i] = spots.length;
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      members.push(at);
      const around = near(at);
      if (around.length < least) continue; // on the edge: belongs, but leads no further
      for (const other of around) {
        if (spotOf[other] !== -1) continue;
        spotOf[other] = spots.length;
        waiting.push(other);
      }
    }
    spots.push(members);
  }
  return spots.map((members) => spotFrom(members.flatMap((i) => points[i]?.report ?? []))).sort(byWeight);

  function cellKey(x: number, y: number): string {
    return `${Math.floor(x / radiusMetres)}/${Math.floor(y / radiusMetres)}`;
  }

  function near(i: number): number[] {
    const point = points[i];
    if (!point) return [];
    const found: number[] = [];
    for (const dx of [-radiusMetres, 0, radiusMetres]) {
      for (const dy of [-radiusMetres, 0, radiusMetres]) {
        for (const j of cells.get(cellKey(point.x + dx, point.y + dy)) ?? []) {
          const other = points[j];
          if (other && Math.hypot(other.x - point.x, other.y - point.y) <= radiusMetres) found.push(j);
        }
      }
    }
    return found;
  }
}

const dayMs = 86_400_000;
const zoneMs = 8 * 3_600_000; // Asia/Shanghai, without summer time

function spotFrom(reports: readonly PlacedReport[]): HotSpot {
  const newest = reports.toSorted((a, b) => b.reportedAt.getTime() - a.reportedAt.getTime());
  const mean = (pick: (report: PlacedReport) => number) =>
    newest.reduce((sum, report) => sum + pick(report), 0) / newest.length;
  const times = newest.map((report) => report.reportedAt.getTime());
  return {
    lng: mean((report) => report.lng),
    lat: mean((report) => report.lat),
    count: newest.length,
    days: new Set(times.map((at) => Math.floor((at + zoneMs) / dayMs))).size,
    first: new Date(Math.min(...times)),
    latest: new Date(Math.max(...times)),
    reports: newest,
  };
}

function byWeight(a: HotSpot, b: HotSpot): number {
  return b.count - a.count || b.latest.getTime() - a.latest.getTime();
}
