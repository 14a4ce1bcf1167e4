import { describe, expect, it } from 'vitest';
import { lookerWords } from './looker-words.ts';

describe('who looked', () => {
  it('names the unit once', () => {
    expect(lookerWords({ by: '乳山二村居委会 居民区书记', unit: '乳山二村居委会' })).toBe('乳山二村居委会 居民区书记');
    expect(lookerWords({ by: '居民区书记', unit: '乳山二村居委会' })).toBe('乳山二村居委会 · 居民区书记');
    expect(lookerWords({ by: '网格员', unit: null })).toBe('网格员');
  });
});
