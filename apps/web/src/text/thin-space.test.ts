import { describe, expect, it } from 'vitest';
import { withThinSpaces } from './thin-space.ts';

describe('withThinSpaces', () => {
  it.each([
    ['还有 {{count}} 件', '还有\u2009{{count}}\u2009件'],
    ['按 Ctrl+K 找', '按\u2009Ctrl+K\u2009找'],
    ['a b', 'a b'],
    ['8 米 9 米', '8\u2009米\u20099\u2009米'],
  ])('sets %s', (words, set) => {
    expect(withThinSpaces(words)).toBe(set);
  });

  it('goes through a tree', () => {
    expect(withThinSpaces({ a: { b: '约 3 天' } })).toEqual({ a: { b: '约\u20093\u2009天' } });
  });
});
