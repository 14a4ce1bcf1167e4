import { describe, expect, it } from 'vitest';
import { withCheckDigit } from '../identity/check-digit.ts';
import { checkDisabilityCertificate, isSevereDisability } from './disability.ts';
import { familyRelationGroup, findCode, nationalCodes } from './national-codes.ts';

describe('national codes', () => {
  it('are each once, with both words', () => {
    for (const [name, set] of Object.entries(nationalCodes)) {
      const codes = set.rows.map((row) => row.code);
      expect(new Set(codes).size, name).toBe(codes.length);
      for (const row of set.rows) expect(row.zh !== '' && row.en !== '', `${name} ${row.code}`).toBe(true);
    }
    expect(Object.keys(nationalCodes)).not.toContain('religion');
  });

  it('are found, or not', () => {
    expect(findCode('sex', '1')).toMatchObject({ zh: '男' });
    expect(findCode('sex', '3')).toBeNull();
  });

  it('read a family relation by its tens', () => {
    expect(['02', '12', '29', '31', '47', '51', '63', '73', '83', '97', '99'].map(familyRelationGroup)).toEqual([
      'self',
      'spouse',
      'son',
      'daughter',
      'grandchild',
      'parent',
      'grandparent',
      'sibling',
      'other-relative',
      'other-relative',
      'not-related',
    ]);
    expect(familyRelationGroup('1')).toBeNull();
    expect(familyRelationGroup('x1')).toBeNull();
  });
});

describe('checkDisabilityCertificate', () => {
  const holder = withCheckDigit('31010119500101001');

  it('reads holder, class, level and re-issues', () => {
    expect(checkDisabilityCertificate(`${holder}42`)).toEqual({
      ok: true,
      normalised: `${holder}42`,
      identityNumber: holder,
      disabilityClass: '4',
      level: '2',
      reissues: 0,
    });
    expect(checkDisabilityCertificate(`${holder} 71 b2`)).toMatchObject({
      ok: true,
      disabilityClass: '7',
      level: '1',
      reissues: 2,
    });
  });

  it.each([
    [holder, 'length'],
    [`${holder}4`, 'length'],
    [`${holder}82`, 'class'],
    [`${holder}02`, 'class'],
    [`${holder}45`, 'level'],
    [`${holder}42C1`, 'characters'],
    [`${holder}42B0`, 'characters'],
    [`31010119500101001942`, 'check-digit'],
  ])('refuses %s: %s', (text, problem) => {
    expect(checkDisabilityCertificate(text)).toEqual({ ok: false, problem });
  });

  it('says what is severe', () => {
    expect(isSevereDisability({ disabilityClass: '4', level: '2' })).toBe(true);
    expect(isSevereDisability({ disabilityClass: '6', level: '3' })).toBe(false);
    expect(isSevereDisability({ disabilityClass: '6', level: '3' }, { includingLevel3: ['5', '6'] })).toBe(true);
    expect(isSevereDisability({ disabilityClass: '4', level: '3' }, { includingLevel3: ['5', '6'] })).toBe(false);
  });
});
