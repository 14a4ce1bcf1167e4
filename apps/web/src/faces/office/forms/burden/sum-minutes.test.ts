import { describe, expect, it } from 'vitest';
import { type BurdenRow, sumMinutes, weeksOf } from './sum-minutes.ts';

function row(week: string, area: string, unit: string, minutes: number): BurdenRow {
  return { week, areaId: area, areaName: area, unitId: unit, unitName: unit, minutes, answers: 1, forms: 1 };
}
const rows = [
  row('2026-03-09', 'east', 'police', 4.4),
  row('2026-03-02', 'east', 'police', 10.2),
  row('2026-03-02', 'west', 'police', 0.4),
  row('2026-03-09', 'west', 'services', 30),
];

describe('minutes by week', () => {
  it('are summed by department, the most first, with a place for every week', () => {
    expect(weeksOf(rows)).toEqual(['2026-03-02', '2026-03-09']);
    expect(sumMinutes(rows, 'unit')).toEqual([
      { id: 'services', name: 'services', weeks: [0, 30], sum: 30 },
      { id: 'police', name: 'police', weeks: [11, 4], sum: 15 },
    ]);
  });

  it('are summed by committee, and nothing comes of nothing', () => {
    expect(sumMinutes(rows, 'area').map(({ name, sum }) => [name, sum])).toEqual([
      ['west', 30],
      ['east', 15],
    ]);
    expect(sumMinutes([], 'unit')).toEqual([]);
  });
});
