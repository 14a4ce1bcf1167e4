import { describe, expect, it } from 'vitest';
import { findSameMatter, type MatterFacts, scoreMatter } from './same-matter.ts';

const at = new Date('2026-03-16T02:00:00Z');
const one: MatterFacts = { id: '1', words: '东门口的井盖松了，车一过就响', kind: 'cover', at, lng: 121.5, lat: 31.2 };
const other = (more: Partial<MatterFacts>): MatterFacts => ({ ...one, id: '2', ...more });

describe('the same matter', () => {
  it('is found near in place, time and words, with reasons', () => {
    const [found] = findSameMatter(one, [other({ words: '井盖松动，夜里车过咣咣响', lng: 121.5005, kind: 'noise' })]);
    expect(found?.reasons).toMatchObject({ metres: 48, hours: 0, sameKind: false });
    expect(found?.score).toBeGreaterThanOrEqual(0.5);
  });

  it.each([
    ['another thing at the same corner', { words: '路灯不亮了晚上很黑', kind: 'lamp' }],
    ['the same thing far away', { words: '南门的井盖松了', lng: 121.53 }],
    [
      'another thing of the same kind far away, weeks ago',
      { words: '盖子丢了', lng: 121.52, at: new Date('2026-02-01') },
    ],
  ])('is not %s', (_name, more) => {
    expect(findSameMatter(one, [other(more)])).toEqual([]);
  });

  it.each([
    ['one kind at the same door, hardly a word in common', { words: '垃圾桶满了，苍蝇很多' }],
    ['another kind that shares only the address', { words: '东门口的垃圾桶满了', kind: 'rubbish' }],
    ['the same words three streets away', { lng: 121.504 }],
    ['much the same without any place', { words: '井盖松了', lng: null, lat: null, at: new Date('2026-02-20') }],
  ])('is not far-fetched: %s', (_name, more) => {
    expect(findSameMatter(one, [other(more)])).toEqual([]);
  });

  it('needs no point where both name the place', () => {
    const a = other({ id: 'a', words: '金桂花园东门井盖松了，车过就响', lng: null, lat: null });
    const b = other({ id: 'b', words: '金桂花园的井盖松了一直响', lng: null, lat: null });
    expect(findSameMatter(a, [b])[0]?.reasons).toMatchObject({ metres: null, places: ['金桂花园'] });
  });

  it('is never itself, and scores from 0 to 1', () => {
    expect(findSameMatter(one, [one])).toEqual([]);
    expect(scoreMatter({ metres: 0, hours: 0, words: 1, sameKind: true, places: ['甲'] })).toBe(1);
    expect(scoreMatter({ metres: null, hours: 1e9, words: 0, sameKind: false, places: [] })).toBe(0);
  });
});
