import type { TFunction } from 'i18next';

/** The site's zone; every clock on every page shows it, whatever the reader's machine says. */
export const SITE_ZONE = 'Asia/Shanghai';

/** The `t` of `useTranslation('ui')`. */
export type UiText = TFunction<'ui'>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const monthNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
type MonthNumber = (typeof monthNumbers)[number];

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: SITE_ZONE,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/**
 * “5 分钟前”, “3 小时后” under a day either way; then “11月25日 17:00”. `at` is an instant. A minute either way is “刚刚”:
 * the clock of the page and that of the server are never quite the same.
 */
export function timeWords(at: Date | string, now: Date, t: UiText): string {
  const distance = new Date(at).getTime() - now.getTime();
  const size = Math.abs(distance);
  if (size >= DAY) return instantWords(at, now, t);
  if (size < MINUTE) return t('time.justNow');
  if (distance <= 0) {
    if (size < HOUR) return t('time.minutesAgo', { count: Math.floor(size / MINUTE) });
    return t('time.hoursAgo', { count: Math.floor(size / HOUR) });
  }
  if (size < HOUR) return t('time.inMinutes', { count: Math.floor(size / MINUTE) });
  return t('time.inHours', { count: Math.floor(size / HOUR) });
}

/** “11月25日 17:00”, with the year where it is not this one. Never relative: for deadlines and records. */
export function instantWords(at: Date | string, now: Date, t: UiText): string {
  return t('time.dayAndClock', { day: dayWords(at, now, t), clock: clockWords(at) });
}

/**
 * Until when something is due: as `instantWords`, but the end of a day is said of that day (“11月24日 24:00”), not of the next one, of
 * which not a minute is left.
 */
export function dueWords(at: Date | string, now: Date, t: UiText): string {
  if (clockWords(at) !== '00:00') return instantWords(at, now, t);
  const day = dayWords(new Date(new Date(at).getTime() - 1), now, t);
  return t('time.dayAndClock', { day, clock: '24:00' });
}

/** “11月25日”, “25 Nov”; takes an instant or a day `YYYY-MM-DD`. */
export function dayWords(at: Date | string, now: Date, t: UiText): string {
  const { year, month: number, day } = calendarParts(at);
  const month = t(`time.months.${number}`);
  if (year === calendarParts(now).year) return t('time.dayThisYear', { month, day });
  return t('time.dayOtherYear', { year, month, day });
}

/** “17:00” in the site's zone. */
export function clockWords(at: Date | string): string {
  const { hour, minute } = calendarParts(at);
  return `${hour}:${minute}`;
}

/** “2 天 3 小时”, “40 分钟”: the two largest units, rounded down; at least one minute. Takes milliseconds. */
export function durationWords(durationMs: number, t: UiText): string {
  const minutes = Math.max(1, Math.floor(Math.abs(durationMs) / MINUTE));
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 0) return pair(t('time.days', { count: days }), hours % 24, 'hours', t);
  if (hours > 0) return pair(t('time.hours', { count: hours }), minutes % 60, 'minutes', t);
  return t('time.minutes', { count: minutes });
}

function pair(large: string, count: number, unit: 'hours' | 'minutes', t: UiText): string {
  if (count === 0) return large;
  const small = unit === 'hours' ? t('time.hours', { count }) : t('time.minutes', { count });
  return t('time.two', { large, small });
}

interface CalendarParts {
  year: number;
  month: MonthNumber;
  day: number;
  hour: string;
  minute: string;
}

function calendarParts(at: Date | string): CalendarParts {
  // A bare day is already the site's day: noon there is the same day.
  const instant = typeof at === 'string' && at.length === 10 ? new Date(`${at}T12:00:00+08:00`) : new Date(at);
  const found = new Map(parts.formatToParts(instant).map((part) => [part.type, part.value]));
  return {
    year: Number(found.get('year')),
    month: monthNumbers[Number(found.get('month')) - 1] ?? 1,
    day: Number(found.get('day')),
    hour: found.get('hour') ?? '',
    minute: found.get('minute') ?? '',
  };
}
