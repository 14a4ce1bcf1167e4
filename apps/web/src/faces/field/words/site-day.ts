const ZONE = '+08:00';
const ZONE_MS = 8 * 3_600_000;

/** The site's day at an instant, `YYYY-MM-DD` (Asia/Shanghai has no summer time). */
export function siteDay(at: Date): string {
  return new Date(at.getTime() + ZONE_MS).toISOString().slice(0, 10);
}

/** The instant of a day and a clock `HH:mm` at the site, ISO. */
export function siteInstant(day: string, clock: string): string {
  return new Date(`${day}T${clock}:00${ZONE}`).toISOString();
}
