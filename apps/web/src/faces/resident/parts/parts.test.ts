import { describe, expect, it } from 'vitest';
import { areaWords } from './area-words.ts';
import { noticeKey } from './notice-key.ts';

describe('noticeKey', () => {
  it.each([
    ['case.closed', 'closed'],
    ['case.dispatched', 'other'],
    ['case.something-new', 'other'],
    ['', 'other'],
  ])('%s', (kind, key) => {
    expect(noticeKey(kind)).toBe(key);
  });
});

describe('areaWords', () => {
  it('says the two smallest areas, the larger first', () => {
    const areas = [
      { level: 4, name: '第3微网格' },
      { level: 1, name: '街道' },
      { level: 3, name: '梅园一村' },
    ];
    expect(areaWords(areas)).toBe('梅园一村 · 第3微网格');
    expect(areaWords([])).toBe('');
  });
});
