/**
 * Local wall time of an IANA zone (`2014-01-01T08:53:10`) to instants; null when it is no such text. In the hour that comes twice in
 * autumn it is the first of the two.
 */
export function createLocalTime(zone: string): (local: string) => Date | null {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const offsets = new Map<number, number>();

  /** Offset from UTC in milliseconds; kept by the quarter hour, in which no zone changes. */
  function offsetAt(ms: number): number {
    const quarter = Math.floor(ms / 900_000) * 900_000;
    const known = offsets.get(quarter);
    if (known !== undefined) return known;
    const parts = Object.fromEntries(format.formatToParts(quarter).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    const offset = Date.UTC(year, month - 1, day, hour, minute, second) - quarter;
    offsets.set(quarter, offset);
    return offset;
  }

  return (local) => {
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(local)) return null;
    const wall = Date.parse(`${local}Z`);
    if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 19) !== local) return null;
    const before = offsetAt(wall - 86_400_000);
    const early = wall - before;
    const after = offsetAt(early);
    if (after === before) return new Date(early);
    const late = wall - after;
    // In the hour skipped in spring neither offset fits: the clock had gone on, and so does the time.
    return new Date(offsetAt(late) === after ? late : early);
  };
}
