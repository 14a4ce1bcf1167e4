import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addresses, inNumerals, rewritings } from './address.fixture.ts';
import { parseAddress, plainAddress, sameAddress } from './parse-address.ts';
import { readNumerals } from './read-numerals.ts';
import { formatAddress } from './shanghai-address.ts';

const canonicalOf = (text: string) => {
  const read = parseAddress(text);
  return read.ok ? read.canonical : read.problem;
};

describe('parseAddress', () => {
  it.each(rewritings.map((rewriting) => [rewriting.name, rewriting.write] as const))(
    'reads any address written: %s',
    (_, write) => {
      let written = 0;
      fc.assert(
        fc.property(addresses, (address) => {
          const text = write(address);
          if (text === null) return;
          written += 1;
          expect(canonicalOf(text), text).toBe(formatAddress(address));
        }),
        { numRuns: 300 },
      );
      expect(written).toBeGreaterThan(0);
    },
  );

  it('gives back every part it was given, with its prefix', () => {
    const withPrefix = rewritings[0];
    fc.assert(
      fc.property(addresses, (address) => {
        expect(parseAddress(withPrefix?.write(address) ?? '')).toMatchObject({ ok: true, address, leftover: '' });
      }),
    );
  });

  it('never throws, and reads what it made as the same', () => {
    const pieces = fc.constantFrom(
      '上海市',
      '黄浦区',
      '瞿溪路',
      '梅园一村',
      '230',
      '5',
      '302',
      '弄',
      '支弄',
      '号',
      '号楼',
      '幢',
      '座',
      '单元',
      '层',
      '楼',
      '室',
      '-',
      '#',
      '(',
      ')',
      ' ',
      '甲',
      'A',
      '二百三十',
      '五〇二',
      '廿',
      '十',
      '前楼',
      '三层阁',
      '地下',
      '底楼',
      '第',
      '居委会',
      '街道',
      '镇',
      '，',
      '花园',
    );
    const garbage = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(pieces, { maxLength: 14 }).map((list) => list.join('')),
    );
    let understood = 0;
    fc.assert(
      fc.property(garbage, (text) => {
        const read = parseAddress(text);
        if (!read.ok) return;
        understood += 1;
        const again = parseAddress(read.canonical);
        expect(again).toMatchObject({ ok: true, canonical: read.canonical });
        expect(again.ok && sameAddress(again.address, read.address)).toBe(true);
      }),
      { numRuns: 5000 },
    );
    expect(understood).toBeGreaterThan(50);
  });

  it.each([
    ['上海市黄浦区五里桥街道桥一居委会瞿溪路二百三十弄5号502室', '瞿溪路230弄5号502室'],
    ['卢湾区瑞金二路街道陕西南路廿三弄六号', '陕西南路23弄6号'],
    ['瞿溪路230-5-302', '瞿溪路230弄5号302室'],
    ['瞿溪路 230弄 5 302', '瞿溪路230弄5号302室'],
    ['瞿溪路230弄5弄3号', '瞿溪路230弄5支弄3号'],
    ['瞿溪路230弄甲支弄3号502室乙', '瞿溪路230弄甲支弄3号502乙室'],
    ['瞿溪路230-5', '瞿溪路230弄5号'],
    ['瞿溪路230-302', '瞿溪路230号302室'],
    ['梅园一村12号502室', '梅园一村12号502室'],
    ['镇宁路200号A座1203室', '镇宁路200号A幢1203室'],
    ['马当路1弄五号三层阁', '马当路1弄5号三层阁'],
    ['马当路1弄5号2楼亭子间', '马当路1弄5号2层亭子间'],
    ['南京东路100号地下一层', '南京东路100号地下1层'],
    ['世纪大道100号B1层', '世纪大道100号地下1层'],
    ['四平路100弄3号楼2单元502', '四平路100弄3幢2单元502室'],
    ['瞿溪路１１１１弄（海悦花园）5号302室', '瞿溪路1111弄5号302室'],
    ['地址：浦城路99弄3號甲底楼', '浦城路99弄3甲号1层'],
    ['浦城路99弄5号302A室', '浦城路99弄5号302A室'],
    ['浦城路99-1号', '浦城路99-1号'],
    ['', 'empty'],
    ['（无）', 'empty'],
    ['502室', 'no-road'],
    ['230-5-302', 'no-road'],
    ['瞿溪路', 'no-number'],
    ['瞿溪路230弄5号6号', 'unclear'],
    ['瞿'.repeat(201), 'too-long'],
  ])('%j is %s', (text, canonical) => {
    expect(canonicalOf(text)).toBe(canonical);
  });

  it('keeps what was written besides', () => {
    expect(parseAddress('瞿溪路1111弄海悦花园5号302室（门铃坏了）')).toMatchObject({
      ok: true,
      leftover: '海悦花园 门铃坏了',
    });
  });

  it('takes another name of a place, the longest that fits', () => {
    const aliases = new Map([
      ['海悦', '瞿溪路1弄'],
      ['海悦花园', '瞿溪路１１１１弄'],
    ]);
    expect(parseAddress('海悦花园5号302室', { aliases })).toMatchObject({
      ok: true,
      canonical: '瞿溪路1111弄5号302室',
    });
    expect(parseAddress('黄浦区海悦花园5-302', { aliases })).toMatchObject({
      ok: true,
      canonical: '瞿溪路1111弄5号302室',
    });
    expect(parseAddress('别处花园5号', { aliases })).toMatchObject({ ok: true, canonical: '别处花园5号' });
  });

  it('takes no house number for the beginning of a longer one', () => {
    const aliases = new Map([['海悦花园1', '瞿溪路1111弄7号']]);
    expect(parseAddress('海悦花园1-302', { aliases })).toMatchObject({ canonical: '瞿溪路1111弄7号302室' });
    expect(parseAddress('海悦花园12-302', { aliases })).not.toMatchObject({ canonical: '瞿溪路1111弄7号2室' });
    expect(plainAddress('上海市黄浦区海悦花园 １２－302')).toBe('海悦花园12-302');
  });
});

describe('sameAddress', () => {
  const read = (text: string) => {
    const parsed = parseAddress(text);
    if (!parsed.ok) throw new Error(parsed.problem);
    return parsed.address;
  };

  it('holds across districts of old and districts left out, not across districts', () => {
    const here = read('黄浦区瞿溪路230弄5号');
    expect(sameAddress(here, read('卢湾区瞿溪路二百三十弄5#'))).toBe(true);
    expect(sameAddress(here, read('瞿溪路230弄5号'))).toBe(true);
    expect(sameAddress(here, read('静安区瞿溪路230弄5号'))).toBe(false);
    expect(sameAddress(here, read('黄浦区瞿溪路230弄6号'))).toBe(false);
  });

  it('tells any two different addresses apart', () => {
    fc.assert(
      fc.property(addresses, addresses, (one, other) => {
        fc.pre(formatAddress(one) !== formatAddress(other));
        expect(sameAddress(one, other)).toBe(false);
      }),
    );
  });
});

describe('readNumerals', () => {
  it('reads every number up to 9999', () => {
    for (let number = 1; number <= 9999; number += 1) expect(readNumerals(inNumerals(number))).toBe(String(number));
  });

  it.each([
    ['廿三', '23'],
    ['卅', '30'],
    ['一百一', '110'],
    ['两百', '200'],
    ['五〇二', '502'],
    ['百百', null],
    ['十〇十', null],
    ['', null],
    ['路', null],
  ])('%s is %s', (text, number) => {
    expect(readNumerals(text)).toBe(number);
  });
});
