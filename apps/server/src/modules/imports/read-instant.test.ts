import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInstant } from './read-instant.ts';

describe('readInstant', () => {
  it.each([
    ['2024-01-01 08:00:05', '2024-01-01T00:00:05.000Z'],
    ['2024/1/1 8:00', '2024-01-01T00:00:00.000Z'],
    ['2024年1月1日8时5分', '2024-01-01T00:05:00.000Z'],
    ['2024-01-01', '2023-12-31T16:00:00.000Z'],
    ['20240101080005', '2024-01-01T00:00:05.000Z'],
    ['2024-01-01T08:00:00+08:00', '2024-01-01T00:00:00.000Z'],
    ['２０２４－０１－０１ ０８：００', '2024-01-01T00:00:00.000Z'],
    ['45292.5', '2024-01-01T04:00:00.000Z'],
  ])('%s is %s', (text, iso) => {
    expect(readInstant(text)?.toISOString()).toBe(iso);
  });

  it.each(['', '昨天', '2024-02-30', '2024-13-01', '2024-01-01 25:00', '24-01-01', '1'])('%s is no time', (text) => {
    expect(readInstant(text)).toBeNull();
  });

  it('never throws and reads back what it is given in full', () => {
    fc.assert(fc.property(fc.string(), (text) => void readInstant(text)));
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (at) => {
        const local = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
        expect(readInstant(local)?.getTime()).toBe(Math.floor(at.getTime() / 1000) * 1000);
      }),
    );
  });
});
