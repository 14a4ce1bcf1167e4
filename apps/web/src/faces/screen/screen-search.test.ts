import { describe, expect, it } from 'vitest';
import { readScreenSearch } from './screen-search.ts';

const area = '019aac4b-3000-7283-a886-c6c01cbc5b54';

describe('readScreenSearch', () => {
  it.each([
    [
      { area, figure: 'on-time' },
      { area, figure: 'on-time' },
    ],
    [{ area: 'somewhere', figure: 'on-time' }, { figure: 'on-time' }],
    [{ figure: 'income' }, {}],
    [{ area: 7, figure: null, other: 'x' }, {}],
  ])('of %j is %j', (raw, expected) => {
    expect(readScreenSearch(raw)).toEqual(expected);
  });
});
