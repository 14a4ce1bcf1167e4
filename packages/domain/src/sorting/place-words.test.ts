import { describe, expect, it } from 'vitest';
import { learnPlaceNames } from './place-words.ts';

const named = (...texts: string[]) => [...learnPlaceNames(texts)].sort();

describe('names of places', () => {
  it('end where the road ends, not with what is of the road', () => {
    expect(named('昌邑路路灯不亮', '昌邑路路面破损', '请修昌邑路路灯')).toEqual(['昌邑路']);
  });

  it('are not what something is compared with', () => {
    expect(named('灯光比旁边暗很多', '灯光比旁边亮', '灯光比旁边暗')).toEqual([]);
  });

  it('do not begin with the end of another', () => {
    const found = named('福山路写字楼广场停车乱', '招远路写字楼广场有摊贩', '商城路写字楼广场积水');
    expect(found.filter((name) => name.startsWith('路'))).toEqual([]);
  });

  it('do not hold what was done there', () => {
    expect(named('现场发现浦南商场油烟', '巡查发现浦南商场油烟')).toEqual(['浦南商场']);
  });
});
