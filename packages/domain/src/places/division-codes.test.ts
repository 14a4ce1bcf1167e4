import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDivisionCode, parseUnitGridCode } from './division-codes.ts';

describe('parseDivisionCode', () => {
  it.each([
    ['310000000000', 'province', 'province', '31', null],
    ['310100000000', 'city', 'city', '3101', '310000000000'],
    ['310101000000', 'county', 'county', '310101', '310100000000'],
    ['310101002000', 'town', 'street', '310101002', '310101000000'],
    ['310112108000', 'town', 'town', '310112108', '310112000000'],
    ['310151201000', 'town', 'township', '310151201', '310151000000'],
    ['310115401000', 'town', 'town-like', '310115401', '310115000000'],
    ['310101002001', 'village', 'residents-committee', '310101002001', '310101002000'],
    ['310112108200', 'village', 'villagers-committee', '310112108200', '310112108000'],
    ['310115401498', 'village', 'virtual', '310115401498', '310115401000'],
    ['310115401598', 'village', 'virtual', '310115401598', '310115401000'],
    ['310115401401', 'village', 'village-like', '310115401401', '310115401000'],
    ['441900003000', 'town', 'street', '441900003', '441900000000'],
    ['441900003001', 'village', 'residents-committee', '441900003001', '441900003000'],
  ])('%s is a %s (%s)', (code, level, kind, shortCode, parentCode) => {
    expect(parseDivisionCode(code)).toMatchObject({ ok: true, value: { code, level, kind, shortCode, parentCode } });
  });

  it.each(['31', '3101', '310101', '310101002'])('takes the short form %s', (short) => {
    expect(parseDivisionCode(short)).toMatchObject({
      ok: true,
      value: { shortCode: short, code: short.padEnd(12, '0') },
    });
  });

  it('names the parts', () => {
    const parsed = parseDivisionCode('310101002001');
    expect(parsed.ok && parsed.value.parts).toEqual({
      province: '31',
      city: '01',
      county: '01',
      town: '002',
      village: '001',
    });
  });

  it.each([
    ['', 'not-digits'],
    ['3.10101E+11', 'not-digits'],
    ['３１０１０１', 'not-digits'],
    [' 310101', 'not-digits'],
    ['31010', 'wrong-length'],
    ['3101010020012', 'wrong-length'],
    ['990101002001', 'unknown-province'],
    ['310000000001', 'segment-missing'],
    ['310101000001', 'segment-missing'],
    ['310100002000', 'segment-missing'],
    ['310001000000', 'segment-missing'],
  ])('refuses "%s" as %s', (code, problem) => {
    expect(parseDivisionCode(code)).toEqual({ ok: false, problem });
  });

  it('climbs from any good code to its province in at most four steps', () => {
    const digits = (length: number) => fc.integer({ min: 1, max: 10 ** length - 1 });
    fc.assert(
      fc.property(digits(2), digits(2), digits(3), digits(3), (city, county, town, village) => {
        const code = `31${pad(city, 2)}${pad(county, 2)}${pad(town, 3)}${pad(village, 3)}`;
        const seen: string[] = [];
        for (let at: string | null = code; at !== null; ) {
          const parsed = parseDivisionCode(at);
          if (!parsed.ok) throw new Error(`${at}: ${parsed.problem}`);
          seen.push(parsed.value.level);
          at = parsed.value.parentCode;
        }
        expect(seen).toEqual(['village', 'town', 'county', 'city', 'province']);
      }),
    );
  });
});

describe('parseUnitGridCode', () => {
  it('reads the fifteen digits', () => {
    expect(parseUnitGridCode('310101002001001')).toEqual({
      ok: true,
      value: {
        code: '310101002001001',
        parts: { county: '310101', town: '002', village: '001', grid: '001' },
        divisionCode: '310101002001',
      },
    });
  });

  it.each([
    ['31010100200100', 'wrong-length'],
    ['31010100200100A', 'not-digits'],
    ['310101002001000', 'segment-missing'],
    ['310101002000001', 'segment-missing'],
    ['310101000001001', 'segment-missing'],
    ['990101002001001', 'unknown-province'],
  ])('refuses %s as %s', (code, problem) => {
    expect(parseUnitGridCode(code)).toEqual({ ok: false, problem });
  });
});

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
