import { describe, expect, it } from 'vitest';
import { matchTypes } from './match-types.ts';
import { compareCodes, readCodes } from './standard-table.ts';

const head = 'kind\tbig\tbig_name\tsmall\tcode5\tname';

describe('tables of standard classes', () => {
  it('keeps codes as text and components apart from events of the same number', () => {
    const { codes, bad } = readCodes(
      `${head}\n部件\t01\tx\t001\t01001\t供水井盖\n事项\t01\tx\t001\t01001\t供水井盖异常`,
    );
    expect(bad).toEqual([]);
    expect(codes).toEqual([
      { code: '01001', name: '供水井盖', kind: 'component' },
      { code: '01001', name: '供水井盖异常', kind: 'event' },
    ]);
  });

  it('names what is no class by its line', () => {
    const { bad } = readCodes(
      `${head}\n部件\t01\tx\t001\t1001\t供水井盖\n怪\t01\tx\t001\t01002\t名\n部件\t01\tx\t001\t01003\t\n部件\t01\tx\t001\t01004\t名\n部件\t01\tx\t001\t01004\t名`,
    );
    expect(bad).toEqual([
      { line: 2, reason: 'code-unreadable' },
      { line: 3, reason: 'kind-unknown' },
      { line: 4, reason: 'name-missing' },
      { line: 6, reason: 'code-repeated' },
    ]);
    expect(() => readCodes('a\tb\n1\t2')).toThrow(/code5/);
  });

  it('reads the old events with the classes they suggest', () => {
    const { standard, successors } = readCodes(
      'big\tbig_name\tsmall\tcode4\tname\tsuggested_47678_code5\tmapping_status\n01\tx\t01\t0101\t私搭乱建\t06001\ts\n04\tx\t01\t0401\t路面塌陷\t\tnone',
    );
    expect([standard, [...successors]]).toEqual(['gb30428-2-events', [['0101', '06001']]]);
  });

  it('tells what is missing, extra and named otherwise', () => {
    const ours = [
      { code: '1', name: 'a', kind: 'event' as const },
      { code: '2', name: 'b', kind: 'event' as const },
    ];
    const theirs = [
      { code: '2', name: 'c', kind: 'event' as const },
      { code: '3', name: 'd', kind: 'event' as const },
    ];
    expect(compareCodes(ours, theirs)).toEqual({
      missing: [theirs[1]],
      extra: [ours[0]],
      renamed: [{ ...theirs[0], ours: 'b' }],
    });
  });
});

describe('categories of another platform', () => {
  const types = [
    { code: 'rubbish', name: { zh: '暴露垃圾' }, synonyms: ['垃圾'] },
    { code: 'bulky', name: { zh: '大件垃圾' }, synonyms: ['沙发'] },
  ];
  it('finds the type whose longest word stands in the name', () => {
    expect(matchTypes('大件垃圾清运', types)[0]).toEqual({ code: 'bulky', word: '大件垃圾' });
    expect(matchTypes('垃圾桶满', types)).toEqual([{ code: 'rubbish', word: '垃圾' }]);
    expect(matchTypes('路灯', types)).toEqual([]);
  });
});
