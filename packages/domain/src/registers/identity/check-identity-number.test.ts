import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withCheckDigit } from './check-digit.ts';
import { checkIdentityNumber, type IdentityNumberOptions } from './check-identity-number.ts';

const days = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2025-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const sequences = fc.integer({ min: 0, max: 999 }).map((n) => String(n).padStart(3, '0'));
const divisions = fc.constantFrom(
  '310101',
  '310103',
  '310102',
  '310108',
  '310119',
  '310225',
  '110105',
  '659001',
  '710000',
  '310000',
);
const numbers = fc.tuple(divisions, days, sequences).map(([division, born, sequence]) => ({
  born,
  sequence,
  division,
  number: withCheckDigit(division + born.replaceAll('-', '') + sequence),
}));

const problemOf = (text: string, options?: IdentityNumberOptions) => {
  const read = checkIdentityNumber(text, options);
  return read.ok ? null : read.problem;
};

describe('checkIdentityNumber', () => {
  it('reads division, birth and sex of any number with its check digit', () => {
    fc.assert(
      fc.property(numbers, ({ number, born, sequence, division }) => {
        const sex = Number(sequence) % 2 === 1 ? 'male' : 'female';
        expect(checkIdentityNumber(number)).toMatchObject({
          ok: true,
          born,
          sex,
          divisionCode: division,
          normalised: number,
        });
      }),
    );
  });

  it('refuses any other last character, any one wrong digit and any two neighbours swapped', () => {
    fc.assert(
      fc.property(numbers, fc.nat(16), fc.integer({ min: 1, max: 9 }), ({ number }, at, by) => {
        for (const last of '0123456789X') {
          if (last !== number.charAt(17)) expect(problemOf(number.slice(0, 17) + last)).toBe('check-digit');
        }
        const digit = String((Number(number.charAt(at)) + by) % 10);
        expect(checkIdentityNumber(number.slice(0, at) + digit + number.slice(at + 1)).ok).toBe(false);
        const [a, b] = [number.charAt(at), number.charAt(at + 1)];
        if (a !== b && at < 16)
          expect(checkIdentityNumber(number.slice(0, at) + b + a + number.slice(at + 2)).ok).toBe(false);
      }),
    );
  });

  it.each([
    ['11010519491231002X', '11010519491231002X'],
    ['11010519491231002x', '11010519491231002X'],
    ['１１０１０５１９４９１２３１００２ｘ', '11010519491231002X'],
    [' 110105 19491231 002X ', '11010519491231002X'],
    ['110105-19491231-002X', '11010519491231002X'],
    ['\u200b110105194912310 02X\ufeff', '11010519491231002X'],
  ])('takes %j as %s', (text, normalised) => {
    expect(checkIdentityNumber(text)).toMatchObject({
      ok: true,
      normalised,
      kind: 'resident-id',
      born: '1949-12-31',
      sex: 'female',
    });
  });

  it.each([
    ['', 'length'],
    ['11010519491231002', 'length'],
    ['11010519491231002X0', 'length'],
    ['110105491231002', 'length'],
    ['1101051949123100XX', 'characters'],
    ['A1010519491231002X', 'characters'],
    [withCheckDigit('11010519490229002'), 'birth-date'],
    [withCheckDigit('11010519491331002'), 'birth-date'],
    [withCheckDigit('11010519490400002'), 'birth-date'],
    [withCheckDigit('11010517000101002'), 'birth-date'],
    [withCheckDigit('01010519491231002'), 'division'],
    [withCheckDigit('00000019491231002'), 'division'],
    [withCheckDigit('81010119491231002'), 'division'],
    ['110105194912310021', 'check-digit'],
  ])('refuses %j: %s', (text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  it('refuses a birth after the day it is checked on, and takes one of that day', () => {
    const number = withCheckDigit('31010120260316001');
    expect(problemOf(number, { today: '2026-03-15' })).toBe('future-birth');
    expect(checkIdentityNumber(number, { today: '2026-03-16' }).ok).toBe(true);
    expect(checkIdentityNumber(number).ok).toBe(true);
  });

  it.each([
    ['310103', '卢湾区', '310101'],
    ['310102', '南市区', '310101'],
    ['310108', '闸北区', '310106'],
    ['310119', '南汇区', '310115'],
    ['310230', '崇明县', '310151'],
  ])('takes the withdrawn prefix %s and names %s', (code, zh, nowIn) => {
    expect(checkIdentityNumber(withCheckDigit(`${code}19500101001`))).toMatchObject({
      ok: true,
      withdrawnDivision: { zh, nowIn },
    });
    expect(checkIdentityNumber(withCheckDigit('31010119500101001'))).toMatchObject({ withdrawnDivision: null });
  });

  it('knows the cards built like it', () => {
    for (const prefix of ['810000', '820000', '830000']) {
      expect(checkIdentityNumber(withCheckDigit(`${prefix}19900101001`))).toMatchObject({
        ok: true,
        kind: 'hmt-residence-permit',
        divisionCode: prefix,
      });
    }
    // 9, province, nationality, birth, sequence.
    expect(checkIdentityNumber(withCheckDigit('93184019850607013'))).toMatchObject({
      ok: true,
      kind: 'foreigner-permanent',
      divisionCode: '310000',
      born: '1985-06-07',
      sex: 'male',
    });
    expect(problemOf('931840198506070120')).toBe('check-digit');
  });

  it('takes fifteen digits only from history, as the number the same person has now', () => {
    expect(problemOf('110105491231002')).toBe('length');
    expect(checkIdentityNumber('110105491231002', { oldNumbers: 'accepted' })).toMatchObject({
      ok: true,
      kind: 'old-resident-id',
      normalised: '11010519491231002X',
      born: '1949-12-31',
    });
    expect(problemOf('11010549123100X', { oldNumbers: 'accepted' })).toBe('characters');
    expect(problemOf('110105491331002', { oldNumbers: 'accepted' })).toBe('birth-date');
  });

  it('lets a wrong check digit pass in test mode only, and says so', () => {
    const invented = '310000198207053452';
    expect(problemOf(invented)).toBe('check-digit');
    expect(checkIdentityNumber(invented, { checkDigit: 'test' })).toMatchObject({
      ok: true,
      isCheckDigitRight: false,
      born: '1982-07-05',
    });
    expect(checkIdentityNumber('11010519491231002X', { checkDigit: 'test' })).toMatchObject({
      isCheckDigitRight: true,
    });
    expect(problemOf('310000198213053452', { checkDigit: 'test' })).toBe('birth-date');
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = checkIdentityNumber(text, { oldNumbers: 'accepted' });
        if (read.ok) expect(checkIdentityNumber(read.normalised)).toMatchObject({ normalised: read.normalised });
      }),
    );
  });
});

describe('withCheckDigit', () => {
  it('asks for seventeen digits', () => {
    for (const text of ['', '1234', '1101051949123100X', '110105194912310020']) {
      expect(() => withCheckDigit(text)).toThrow(RangeError);
    }
  });
});
