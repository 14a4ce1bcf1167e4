import fc from 'fast-check';
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import english from '../text/en/ui.json' with { type: 'json' };
import chinese from '../text/zh-CN/ui.json' with { type: 'json' };
import { clockWords, dayWords, dueWords, durationWords, instantWords, timeWords, type UiText } from './time-words.ts';

const now = new Date('2026-11-24T08:30:00Z'); // 16:30 on the 24th in Shanghai
const minutes = (count: number): Date => new Date(now.getTime() + count * 60_000);
let zh: UiText;
let en: UiText;

beforeAll(async () => {
  const text = i18next.createInstance();
  await text.init({
    lng: 'zh-CN',
    resources: { 'zh-CN': { ui: chinese }, en: { ui: english } },
    interpolation: { escapeValue: false },
  });
  zh = text.getFixedT('zh-CN', 'ui');
  en = text.getFixedT('en', 'ui');
});

describe('timeWords', () => {
  it.each([
    [0, '刚刚', 'just now'],
    [-0.5, '刚刚', 'just now'],
    // The page's clock stands still for up to half a minute: what just happened may seem to lie ahead.
    [0.5, '刚刚', 'just now'],
    [-1, '1 分钟前', '1 minute ago'],
    [-59.9, '59 分钟前', '59 minutes ago'],
    [-60, '1 小时前', '1 hour ago'],
    [90, '1 小时后', 'in 1 hour'],
    [-(24 * 60 - 1), '23 小时前', '23 hours ago'],
    [-24 * 60, '11月23日 16:30', '23 Nov 16:30'],
    [24 * 60, '11月25日 16:30', '25 Nov 16:30'],
    [60 * 24 * 60, '2027年1月23日 16:30', '23 Jan 2027 16:30'],
  ])('%d minutes from now', (count, inChinese, inEnglish) => {
    expect(timeWords(minutes(count), now, zh)).toBe(inChinese);
    expect(timeWords(minutes(count).toISOString(), now, en)).toBe(inEnglish);
  });
});

describe('the site zone', () => {
  it('turns the day at midnight in Shanghai', () => {
    expect(instantWords('2026-11-24T15:59:00Z', now, zh)).toBe('11月24日 23:59');
    expect(instantWords('2026-11-24T16:00:00Z', now, zh)).toBe('11月25日 00:00');
    expect(dayWords('2025-12-31T16:00:00Z', now, zh)).toBe('1月1日');
    expect(dayWords('2025-12-31', now, zh)).toBe('2025年12月31日');
    expect(clockWords('2026-11-24T22:05:00Z')).toBe('06:05');
  });
});

describe('dueWords', () => {
  it('says the end of a day of that day', () => {
    expect(dueWords('2026-12-07T16:00:00Z', now, zh)).toBe('12月7日 24:00');
    expect(dueWords('2026-12-31T16:00:00Z', now, zh)).toBe('12月31日 24:00');
    expect(dueWords('2026-12-07T16:00:00Z', now, en)).toBe('7 Dec 24:00');
    expect(dueWords('2026-12-07T09:30:00Z', now, zh)).toBe('12月7日 17:30');
  });
});

describe('durationWords', () => {
  it.each([
    [0, '1 分钟'],
    [40, '40 分钟'],
    [60, '1 小时'],
    [130, '2 小时 10 分钟'],
    [24 * 60, '1 天'],
    [51 * 60 + 20, '2 天 3 小时'],
  ])('%d minutes', (count, words) => {
    expect(durationWords(count * 60_000, zh)).toBe(words);
  });

  it('never says zero and reads the same for late as for left', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e11 }), (durationMs) => {
        const words = durationWords(durationMs, zh);
        expect(words).toBe(durationWords(-durationMs, zh));
        expect(words).not.toMatch(/(^| )0 /);
      }),
    );
  });
});
