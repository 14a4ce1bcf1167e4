import { addDays, dayOf, startOfDay } from '@linli/domain';
import type { Random } from '../street/random.ts';

const historyDays = 60;
const [workdayCases, weekendCases] = [53, 41];
/** Reports by hour of the day, out of all alike. */
const byHour = [1, 0.5, 0.4, 0.3, 0.4, 1, 3, 8, 14, 16, 15, 12, 9, 10, 13, 14, 14, 15, 16, 15, 12, 8, 4, 2];
const hourMs = 3_600_000;

/** Instants of the ordinary reports of the last 60 days in order; `countToday` of them between midnight and now. */
export function drawReportTimes(random: Random, now: Date, countToday: number): Date[] {
  const today = dayOf(now);
  const times: Date[] = [];
  for (let back = historyDays - 1; back > 0; back--) {
    const start = startOfDay(addDays(today, -back));
    const weekday = new Date(start.getTime() + 12 * hourMs).getUTCDay();
    const usual = weekday === 0 || weekday === 6 ? weekendCases : workdayCases;
    const count = Math.round(usual * random.between(0.8, 1.2));
    for (let n = 0; n < count; n++) times.push(drawTime(random, start, new Date(start.getTime() + 24 * hourMs)));
  }
  const begun = startOfDay(today);
  for (let n = 0; n < countToday; n++) times.push(drawTime(random, begun, now));
  return times.sort((a, b) => a.getTime() - b.getTime());
}

/** An instant of one day in [from, until), more often when people are about. */
function drawTime(random: Random, from: Date, until: Date): Date {
  const spanMs = until.getTime() - from.getTime();
  let at = from;
  for (let attempt = 0; attempt < 40; attempt++) {
    at = new Date(from.getTime() + Math.floor(random.next() * spanMs));
    if (random.chance((byHour[hourOf(at)] ?? 1) / 16)) break;
  }
  return at;
}

/** Hour 0–23 in Shanghai. */
export function hourOf(at: Date): number {
  return new Date(at.getTime() + 8 * hourMs).getUTCHours();
}
