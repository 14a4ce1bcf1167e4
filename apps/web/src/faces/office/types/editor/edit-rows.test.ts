import { describe, expect, it } from 'vitest';
import { moveRow } from './move-row.ts';
import { offsetOf } from './offset-of.ts';
import { freshKey, put } from './put.ts';

describe('rows of the editor', () => {
  it('moves a row, and nothing at the ends', () => {
    expect(moveRow(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moveRow(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
    expect(moveRow(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moveRow(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });

  it('sets a field or leaves it out, without touching the row', () => {
    const row: { a: number; b?: string } = { a: 1, b: 'x' };
    expect(put(row, 'b', undefined)).toEqual({ a: 1 });
    expect('b' in put(row, 'b', undefined)).toBe(false);
    expect(put(row, 'b', 'y')).toEqual({ a: 1, b: 'y' });
    expect(row).toEqual({ a: 1, b: 'x' });
  });

  it('finds a key nobody has', () => {
    expect(freshKey('field', [])).toBe('field1');
    expect(freshKey('field', ['x', 'field3'])).toBe('field4');
  });
});

describe('offsetOf', () => {
  const text = 'ab\n🏮d\n\nlast';
  it.each([
    [1, 1, 0],
    [1, 9, 2],
    [2, 3, 5],
    [3, 1, 7],
    [4, 2, 9],
    [9, 1, text.length],
  ])('line %i, column %i', (line, column, offset) => {
    expect(offsetOf(text, line, column)).toBe(offset);
  });
});
