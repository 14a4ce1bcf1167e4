const DAY_MS = 86_400_000;

/** The first instant of a day of the street (`YYYY-MM-DD`), or of one so many days later; its zone has no summer time. */
export function dayStart(day: string, later = 0): string {
  return new Date(new Date(`${day}T00:00:00+08:00`).getTime() + later * DAY_MS).toISOString();
}
