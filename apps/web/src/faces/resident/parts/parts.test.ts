import { describe, expect, it } from 'vitest';
import { areaWords } from './area-words.ts';
import { noticeKey, noticePage } from './notice-key.ts';

describe('noticeKey', () => {
  it.each([
    ['case.closed', 'closed'],
    ['case.joined', 'joined'],
    ['case.dispatched', 'other'],
    ['case.something-new', 'other'],
    ['rights.answered', 'rights-answered'],
    ['rights.arrived', 'other'],
    ['copy.made', 'copy-made'],
    ['correction.decided', 'correction-decided'],
    ['', 'other'],
  ])('%s', (kind, key) => {
    expect(noticeKey(kind)).toBe(key);
  });
});

describe('noticePage', () => {
  it.each([
    ['rights.answered', '/my-rights'],
    ['consent.given', '/my-rights'],
    ['copy.made', '/my-data'],
    ['restriction.lifted', '/my-data'],
    ['guardian.set', '/my-data'],
    ['correction.decided', '/my-data'],
    ['case.closed', null],
  ])('%s', (kind, page) => {
    expect(noticePage(kind)).toBe(page);
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
