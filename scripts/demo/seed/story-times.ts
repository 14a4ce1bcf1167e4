import type { Random } from '../street/random.ts';
import { hourOf } from './report-times.ts';

const hourMs = 3_600_000;
const usualWaitMs = 8 * hourMs;

/** When people do things: the office by day, the field longer, residents in the evening too. */
const awake = { office: [8, 19], field: [7, 21], home: [7, 23] } as const;
export type Hours = keyof typeof awake;

export interface StoryTimes {
  /** An instant after `from`, usually well before the deadline. */
  before(from: Date, due: Date | null | undefined, hours: Hours): Date;
  /** An instant some hours or days after the deadline. */
  late(due: Date, hours: Hours): Date;
  /** An instant between two numbers of hours later. */
  later(from: Date, fromHours: number, untilHours: number, hours: Hours): Date;
}

/** Plausible instants; with `hurry` everything lies before that instant, whatever the hour. */
export function storyTimes(random: Random, hurry: Date | null): StoryTimes {
  const rush = (from: Date): Date | null => {
    if (!hurry) return null;
    const leftMs = Math.max(0, hurry.getTime() - from.getTime());
    return new Date(from.getTime() + Math.floor(leftMs * random.between(0.12, 0.38)));
  };
  const within = (fromMs: number, untilMs: number, hours: Hours): Date => {
    const [opens, closes] = awake[hours];
    const span = Math.max(1, untilMs - fromMs);
    let at = new Date(fromMs);
    for (let tries = 0; tries < 12; tries++) {
      at = new Date(fromMs + Math.floor(random.next() * span));
      const hour = hourOf(at);
      if (hour >= opens && hour < closes) break;
    }
    return at;
  };
  const later: StoryTimes['later'] = (from, fromHours, untilHours, hours) =>
    rush(from) ?? within(from.getTime() + fromHours * hourMs, from.getTime() + untilHours * hourMs, hours);
  return {
    later,
    before(from, due, hours) {
      const end = Math.max(from.getTime() + 120_000, due?.getTime() ?? from.getTime() + usualWaitMs);
      const span = end - from.getTime();
      return rush(from) ?? within(from.getTime() + span * 0.04, from.getTime() + span * 0.88, hours);
    },
    late: (due, hours) => within(due.getTime() + 0.4 * hourMs, due.getTime() + 32 * hourMs, hours),
  };
}
