import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import { describe, expect, it } from 'vitest';
import { DAY_FORMATS, TIME_FORMATS } from './day-formats.ts';

dayjs.extend(customParseFormat);

const times = ['2026-01-02T03:04', '2026-11-22T13:05', '2026-10-05T00:00', '2028-02-29T09:30'].map((at) => dayjs(at));

describe.each([
  ['days', DAY_FORMATS],
  ['times', TIME_FORMATS],
])('%s typed letter by letter', (_, formats) => {
  it('are whole only at the last letter, however they are written', () => {
    for (const time of times)
      for (const format of formats) {
        const typed = time.format(format);
        const whole = Array.from(typed, (_letter, i) => typed.slice(0, i + 1)).filter((text) =>
          formats.some((known) => dayjs(text, known, true).isValid()),
        );
        expect(whole).toEqual([typed]);
      }
  });
});
