import type { Day } from '../time/calendar.ts';

/** The latest birthday of who is `years` old on a day; born on 29 February, one grows older on 1 March of other years. */
export function bornBy(today: Day, years: number): Day {
  const year = Number(today.slice(0, 4)) - years;
  const rest = today.slice(4);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return `${String(year).padStart(4, '0')}${rest === '-02-29' && !isLeap ? '-02-28' : rest}`;
}

/**
 * Whole years on a day: one grows older on the birthday itself (civil age, not the day after as criminal law counts). Born on 29 February, on
 * 1 March of common years: no day of such a year is the birthday before that.
 */
export function ageOn(born: Day, today: Day): number {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return born.slice(5) > today.slice(5) ? years - 1 : years;
}

/** Days since 1970-01-01, for comparing and counting. */
export function dayNumber(day: Day): number {
  return Math.round(
    Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000,
  );
}
