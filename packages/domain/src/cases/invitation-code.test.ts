import { describe, expect, it } from 'vitest';
import { invitationCodeWords, makeInvitationCode, readInvitationCode } from './invitation-code.ts';

describe('an invitation code', () => {
  it('is read back however it was written', () => {
    let n = 0;
    const code = makeInvitationCode((below) => n++ % below);
    expect(code).toBe('23456789');
    for (const typed of [code, invitationCodeWords(code), ' 2345 6789 ', '２３４５－６７８９'])
      expect([typed, readInvitationCode(typed)]).toEqual([typed, code]);
    expect(readInvitationCode('abcd-efgh')).toBe('ABCDEFGH');
  });

  it('uses every letter of its own and none that is taken for another', () => {
    const used = new Set(Array.from({ length: 31 }, (_, n) => makeInvitationCode(() => n)[0]));
    expect(used.size).toBe(31);
    expect([...used].filter((letter) => '01ILO'.includes(letter ?? ''))).toEqual([]);
  });

  it.each(['', '1234', 'ABCD-EFG', 'ABCD-EFGHJ', 'ABCDEFG0', '一二三四五六七八'])('is not "%s"', (typed) => {
    expect(readInvitationCode(typed)).toBeNull();
  });
});
