/** Time is asked, never taken: tests hold it still. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The day (YYYY-MM-DD) of an instant in the site's zone. */
export function dayOf(at: Date): string {
  return dayFormat.format(at);
}
