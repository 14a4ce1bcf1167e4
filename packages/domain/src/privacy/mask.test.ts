import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isShownBeginning, maskAddress, maskIdNumber, maskName, maskPhone } from './mask.ts';

describe('maskName', () => {
  it.each([
    ['张伟', '张*'],
    ['张三丰', '张**'],
    ['欧阳娜娜', '欧阳**'],
    ['欧阳修', '欧阳*'],
    // Two characters that are a compound surname: one of them is then the given name.
    ['欧阳', '欧*'],
    ['𠮷田茂', '𠮷**'],
    ['𫖯', '*'],
    ['葛󠄀城', '葛󠄀*'],
    ['  王 ', '*'],
    [' 李雷 ', '李*'],
    ['迪丽热巴·迪力木拉提', '迪***·*****'],
    ['Maria Silva', 'M**** S****'],
    ['Zoë', 'Z**'],
    ['José', 'J***'],
    ['', ''],
    ['   ', ''],
  ])('%s → %s', (name, expected) => {
    expect(maskName(name)).toBe(expected);
  });
});

describe('isShownBeginning', () => {
  it.each([
    ['张', true],
    ['张三', false],
    ['张三丰', false],
    ['欧', true],
    ['欧阳', true],
    ['欧阳娜', false],
    ['𠮷', true],
    ['M', true],
    ['Ma', false],
    ['M S', false],
    ['', false],
  ])('%s → %s', (words, expected) => {
    expect(isShownBeginning(words)).toBe(expected);
  });

  it('is what the mask of any longer name begins with', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('张', '欧', '欧阳', '李', 'M', '司马'),
        fc.constantFrom('三丰', '娜娜', '阳明', 'aria'),
        (words, rest) => {
          const masked = maskName(words + rest);
          expect(isShownBeginning(words) && !masked.startsWith(words)).toBe(false);
        },
      ),
    );
  });
});

describe('maskPhone', () => {
  it.each([
    ['13812341234', '138****1234'],
    ['138 1234 1234', '138****1234'],
    ['+86 138-1234-1234', '138****1234'],
    ['1３812341234', '138****1234'],
    ['021-58880000', '021****0000'],
    ['58880000', '******00'],
    ['110', '***'],
    ['', ''],
  ])('%s → %s', (phone, expected) => {
    expect(maskPhone(phone)).toBe(expected);
  });
});

describe('maskIdNumber', () => {
  it.each([
    ['31011519900307123X', '3****************X'],
    ['31011519900307123Ｘ', '3****************X'],
    ['310115900307123', '3*************3'],
    ['E12345678', 'E*******8'],
    ['12345', '*****'],
    ['', ''],
  ])('%s → %s', (idNumber, expected) => {
    expect(maskIdNumber(idNumber)).toBe(expected);
  });
});

describe('maskAddress', () => {
  it.each([
    ['上海市浦东新区浦城路99弄3号502室', '上海市浦东新区浦城路99弄***'],
    ['浦城路９９弄３号５０２室', '浦城路99弄***'],
    ['东泰路200号1202', '东泰路200号***'],
    ['东泰路200号', '东泰路200号'],
    ['福山路三百一十二弄五号', '福山路三百一十二弄***'],
    ['乳山二村12-3号401室', '乳山二村12-3号***'],
    ['梅园新村甲幢502室', '梅园新村甲幢***室'],
    ['乳山公园东门', '乳山公园东门'],
    ['', ''],
  ])('%s → %s', (address, expected) => {
    expect(maskAddress(address)).toBe(expected);
  });

  it('never shows a room, whatever it is called', () => {
    const room = fc.integer({ min: 101, max: 9999 });
    const house = fc.integer({ min: 1, max: 99 });
    fc.assert(
      fc.property(house, house, room, fc.constantFrom('室', '', '#', ' 户'), (lane, door, number, word) => {
        expect(maskAddress(`崂山路${lane}弄${door}号${number}${word}`)).toBe(`崂山路${lane}弄***`);
      }),
    );
  });
});

describe('all masks', () => {
  it('take any text without failing and never show all of a longer one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 7, maxLength: 30 }), (text) => {
        maskAddress(text);
        for (const mask of [maskName, maskIdNumber]) {
          const masked = mask(text);
          expect(
            /\S{2}/u.test(text.normalize('NFKC')) && masked === text.normalize('NFKC') && !text.includes('*'),
          ).toBe(false);
        }
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^\d{3,15}$/), (digits) => {
        const masked = maskPhone(digits);
        expect(masked).toContain('*');
        expect(masked.replace(/\*/g, '').length).toBeLessThanOrEqual(7);
      }),
    );
  });
});
