import { expect, it } from 'vitest';
import { dayStart } from './day-start.ts';

it.each([
  ['2026-03-20', 0, '2026-03-19T16:00:00.000Z'],
  ['2026-02-28', 1, '2026-02-28T16:00:00.000Z'],
])('%s and %d days begins at %s', (day, later, instant) => {
  expect(dayStart(day, later)).toBe(instant);
});
