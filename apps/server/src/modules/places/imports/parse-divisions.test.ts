import { describe, expect, it } from 'vitest';
import { parseDivisions } from './parse-divisions.ts';

const committees = (...rows: string[]) =>
  ['code12,name,kind,street_code9,street,district_code6,district', ...rows].join('\n');
const named = (text: string, knownCodes: string[] = []) =>
  parseDivisions(text, { knownCodes }).problems.map(({ line, code }) => `${line} ${code}`);
const street = ['310101002'];

describe('parseDivisions', () => {
  it('reads committees of a known street', () => {
    const text = committees(
      '310101002001,云南中路居委会,居委会,310101002,南京东路街道,310101,黄浦区',
      '310101002201,某某村委会,村委会,310101002,南京东路街道,310101,黄浦区',
    );
    expect(parseDivisions(text, { knownCodes: street })).toEqual({
      rows: [
        {
          line: 2,
          code: '310101002001',
          name: '云南中路居委会',
          level: 'village',
          kind: 'residents-committee',
          parentCode: '310101002000',
        },
        {
          line: 3,
          code: '310101002201',
          name: '某某村委会',
          level: 'village',
          kind: 'villagers-committee',
          parentCode: '310101002000',
        },
      ],
      problems: [],
    });
  });

  it('finds parents in the same file, before or after, and lets districts stand on their own', () => {
    const text = ['code,name', '310101002001,A', '310101002,B', '310101,C'].join('\r\n');
    const { rows, problems } = parseDivisions(`\uFEFF${text}\r\n\r\n`);
    expect(problems).toEqual([]);
    expect(rows.map((row) => [row.line, row.level])).toEqual([
      [2, 'village'],
      [3, 'town'],
      [4, 'county'],
    ]);
  });

  it('reads the lists of districts and streets, whose short and long codes stand side by side', () => {
    const streets =
      'code9,code12,name,kind,district_code6,district,n_committees\n310101002,310101002000,南京东路街道,街道,310101,黄浦区,19';
    expect(parseDivisions(streets, { knownCodes: ['310101'] })).toMatchObject({
      rows: [{ kind: 'street' }],
      problems: [],
    });
    const districts = 'code6,code12,name,n_streets,n_committees\n310101,310101000000,黄浦区,10,170';
    expect(parseDivisions(districts)).toMatchObject({ rows: [{ code: '310101000000' }], problems: [] });
  });

  it('takes names that recur, in this street or in others', () => {
    const text = committees('310101002001,新村居委会', '310101013001,新村居委会').replaceAll(
      '居委会\n',
      '居委会,,,,,\n',
    );
    expect(named(`${text},,,,,`, ['310101002', '310101013'])).toEqual([]);
  });

  it('names every bad row and keeps the sound ones', () => {
    const text = [
      'code12,name,street_code9',
      ',没有代码,310101002',
      '310101002001,,310101002',
      '3.10101E+11,表格软件,310101002',
      '31010100200A,字母,310101002',
      '990101002001,外省,310101002',
      '310101002003,好的,310101002',
      '310101002003,重复,310101002',
      '310101099001,孤儿,310101099',
      '310101002004,错位,310101013',
      '310101002005,\uFFFD\uFFFD,310101002',
      '310101002006,少一格',
      ',,310101002',
    ].join('\n');
    const { rows, problems } = parseDivisions(text, { knownCodes: street });
    expect(rows.map((row) => row.line)).toEqual([7]);
    expect(problems.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '2 code-missing',
      '3 name-missing',
      '4 code-spoilt',
      '5 code-bad',
      '6 code-bad',
      '8 code-duplicate',
      '9 parent-unknown',
      '10 parent-contradicts',
      '11 name-unreadable',
      '12 cells-wrong',
      '13 name-missing',
      '13 code-missing',
    ]);
    expect(problems.find((problem) => problem.code === 'code-duplicate')?.params).toEqual({
      value: '310101002003',
      firstLine: 7,
    });
  });

  it('names codes of one row that disagree', () => {
    expect(named('code12,code9,name\n310101002000,310101013,A', ['310101'])).toEqual(['2 code-contradicts']);
  });

  it.each([
    ['', ['1 file-empty']],
    ['name\nA', ['1 column-missing']],
    ['a,b\n1,2', ['1 column-missing', '1 column-missing']],
    ['code,name\n"310101,A', ['2 file-unreadable']],
    ['code,name', []],
  ])('answers a file like %j', (text, expected) => {
    expect(named(text)).toEqual(expected);
    expect(parseDivisions(text).rows).toEqual([]);
  });
});
