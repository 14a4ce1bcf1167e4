import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCreditCode } from './check-credit-code.ts';

const real = ['91330100799655058B', '9144030071526726XG', '91110000802100433B', '914403001922038216'];

describe('checkCreditCode', () => {
  it.each(real)('takes %s, also in small letters, full width and groups', (code) => {
    const organisationCode = code.slice(8, 17);
    expect(checkCreditCode(code)).toMatchObject({
      ok: true,
      normalised: code,
      organisationCode,
      divisionCode: code.slice(2, 8),
    });
    expect(checkCreditCode(` ${code.slice(0, 8).toLowerCase()}-${code.slice(8).toLowerCase()} `)).toMatchObject({
      normalised: code,
    });
  });

  it('refuses any one character changed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...real),
        fc.nat(17),
        fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'),
        (code, at, other) => {
          fc.pre(other !== code.charAt(at));
          expect(checkCreditCode(code.slice(0, at) + other + code.slice(at + 1)).ok).toBe(false);
        },
      ),
    );
  });

  it.each([
    ['', 'length'],
    ['91330100799655058', 'length'],
    ['9133010079965505OB', 'characters'],
    ['91A30100799655058B', 'characters'],
    ['91330100799655059B', 'organisation-check-digit'],
    ['91330100799655058C', 'check-digit'],
  ])('refuses %j: %s', (code, problem) => {
    expect(checkCreditCode(code)).toEqual({ ok: false, problem });
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void checkCreditCode(text)));
  });
});
