import { instantOfSiteClock, siteClockOf } from '../../../ui/site-clock.ts';

export { instantOfSiteClock, siteClockOf };

/** Today at the site, `YYYY-MM-DD`; `plusDays` moves it. */
export function siteToday(now: Date, plusDays = 0): string {
  return siteClockOf(new Date(now.getTime() + plusDays * 86_400_000)).slice(0, 10);
}

/** When a day of the site begins. */
export function startOfSiteDay(day: string): string {
  return instantOfSiteClock(`${day}T00:00`);
}

/** When a day of the site ends: the first instant of the next. */
export function endOfSiteDay(day: string): string {
  return new Date(Date.parse(startOfSiteDay(day)) + 86_400_000).toISOString();
}

/** The day at the site that an end as `endOfSiteDay` gives belongs to. */
export function dayEndingAt(at: string): string {
  return siteClockOf(new Date(Date.parse(at) - 1)).slice(0, 10);
}
