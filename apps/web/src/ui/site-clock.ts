const ZONE = '+08:00';
const ZONE_MS = 480 * 60_000;

/** The instant of a wall clock at the site; takes `YYYY-MM-DDTHH:mm` as a `datetime-local` box holds it. */
export function instantOfSiteClock(clock: string): string {
  return new Date(`${clock}${ZONE}`).toISOString();
}

/** The wall clock of the site at an instant, `YYYY-MM-DDTHH:mm`. */
export function siteClockOf(at: string | Date): string {
  return new Date(new Date(at).getTime() + ZONE_MS).toISOString().slice(0, 16);
}
