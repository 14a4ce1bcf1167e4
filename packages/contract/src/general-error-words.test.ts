import { expect, it } from 'vitest';
import { generalErrorWords, type Language, wordsFor } from './general-error-words.ts';

it.each<[number | undefined, string, string]>([
  [40, '请40秒后再试', 'in 40 seconds'],
  [1, '请1秒后再试', 'in 1 second.'],
  [900, '请15分钟后再试', 'in 15 minutes'],
  [86_399, '请24小时后再试', 'in 24 hours'],
  [undefined, '请稍后再试', 'in a moment'],
])('says %s seconds of waiting as people do', (seconds, zh, en) => {
  const words = (language: Language) =>
    wordsFor(generalErrorWords['too-many-requests'], language, seconds === undefined ? {} : { seconds });
  expect(words('zh-CN')).toContain(zh);
  expect(words('en')).toContain(en);
});
