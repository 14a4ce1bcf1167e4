import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWeekend, parseHolidays } from './parse-holidays.ts';

describe('a pasted year of holidays', () => {
  it('takes days, spans and make-up days however they are written', () => {
    const text = '# 通知\n2026-01-01 休\n2026/2/17~2026/2/19,假\n2026年10月1日 国庆节\n\n2026-02-14 班\n2026.2.28 补班';
    expect(parseHolidays(text, 2026)).toEqual({
      holidays: ['2026-01-01', '2026-02-17', '2026-02-18', '2026-02-19', '2026-10-01'],
      makeUpDays: ['2026-02-14', '2026-02-28'],
      problems: [],
    });
  });

  it.each([
    ['元旦放假', 'unreadable'],
    ['2026-02-30', 'unreadable'],
    ['2026-01-01 或许', 'unreadable'],
    ['2027-01-01', 'other-year'],
    ['2026-12-30~2027-01-02', 'other-year'],
    ['2026-02-19~2026-02-17', 'backwards'],
    ['2026-02-16 班', 'work-on-weekday'],
    ['2026-05-01', 'twice'],
    ['2026-05-02 班', 'work-on-holiday'],
  ])('names the line of %s: %s', (bad, problem) => {
    const parsed = parseHolidays(`2026-05-01\n2026-05-02\n${bad}\n2026-10-01`, 2026);
    expect(parsed.problems).toEqual([{ line: 3, text: bad, problem }]);
    expect(parsed.holidays).toEqual(['2026-05-01', '2026-05-02', '2026-10-01']);
    expect(parsed.makeUpDays).toEqual([]);
  });

  it('answers days of the year only, each once, whatever is pasted', () => {
    const day = fc.date({ min: new Date('2025-12-01'), max: new Date('2027-02-01'), noInvalidDate: true });
    const words = fc.constantFrom('', ' 休', ' 班', '～', ' x', ',补班');
    const anyLine = fc.oneof(
      fc.string(),
      fc.tuple(day, words).map(([d, w]) => `${d.toISOString().slice(0, 10)}${w}`),
      fc.tuple(day, day).map(([a, b]) => `${a.toISOString().slice(0, 10)}至${b.toISOString().slice(0, 10)}`),
    );
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 30 }), (lines) => {
        const { holidays, makeUpDays, problems } = parseHolidays(lines.join('\n'), 2026);
        const all = [...holidays, ...makeUpDays];
        expect(new Set(all).size).toBe(all.length);
        expect(all.every((d) => /^2026-\d\d-\d\d$/.test(d))).toBe(true);
        expect(makeUpDays.every(isWeekend)).toBe(true);
        expect(problems.every((p) => p.line >= 1)).toBe(true);
      }),
    );
  });
});
