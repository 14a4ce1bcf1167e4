import { describe, expect, it } from 'vitest';
import type { WorkCalendar } from '../time/calendar.ts';
import { rightsTicksOf } from './rights-clock.ts';

const calendar: WorkCalendar = {
  zone: 'Asia/Shanghai',
  table: { years: [2026], holidays: new Set(['2026-04-06']), makeUpDays: new Set() },
  from: '08:30',
  until: '17:30',
  days: 'work-days',
};
const request = {
  state: 'accepted',
  dueAt: new Date('2026-04-07T17:30:00+08:00'),
  latestAt: new Date('2026-04-15T10:00:00+08:00'),
  waitingSince: null,
} as const;

describe('the clock of a request', () => {
  it('rings on the working day before, when it is late, and three days before the last day', () => {
    // 6 April is Qingming, 4 and 5 a weekend: Friday the 3rd is the working day before.
    expect(rightsTicksOf(request, calendar).map(({ tick, at }) => [tick, at.toISOString()])).toEqual([
      ['due-soon', '2026-04-03T00:30:00.000Z'],
      ['overdue', '2026-04-07T09:30:00.000Z'],
      ['latest-soon', '2026-04-12T00:30:00.000Z'],
    ]);
  });

  it('is silent while the asker has to bring something, and when it is over', () => {
    const waitingSince = new Date('2026-03-20T10:00:00+08:00');
    expect(rightsTicksOf({ ...request, state: 'needs-more', waitingSince }, calendar)).toEqual([]);
    for (const state of ['answered', 'taken-back'] as const)
      expect(rightsTicksOf({ ...request, state }, calendar)).toEqual([]);
  });
});
