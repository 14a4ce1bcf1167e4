import { addDays, type Day, type HolidayTable } from './calendar.ts';

function span(from: Day, days: number): Day[] {
  return Array.from({ length: days }, (_, index) => addDays(from, index));
}

/** State Council notices for 2025 and 2026; 2027 is not published. */
export const holidays2025And2026: HolidayTable = {
  years: [2025, 2026],
  holidays: new Set([
    '2025-01-01',
    ...span('2025-01-28', 8),
    ...span('2025-04-04', 3),
    ...span('2025-05-01', 5),
    ...span('2025-05-31', 3),
    ...span('2025-10-01', 8),
    ...span('2026-01-01', 3),
    ...span('2026-02-15', 9),
    ...span('2026-04-04', 3),
    ...span('2026-05-01', 5),
    ...span('2026-06-19', 3),
    ...span('2026-09-25', 3),
    ...span('2026-10-01', 7),
  ]),
  makeUpDays: new Set([
    '2025-01-26',
    '2025-02-08',
    '2025-04-27',
    '2025-09-28',
    '2025-10-11',
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
  ]),
};
