import type { CaseDetail } from '@linli/contract';
import { FormField } from '@linli/domain';
import { describe, expect, it } from 'vitest';
import { closingAnswers } from './closing-answers.ts';

type Entry = CaseDetail['story'][number];

const field = (key: string, kind: 'text' | 'multi-select') =>
  FormField.parse({
    key,
    kind,
    label: { zh: key },
    ...(kind === 'text' ? {} : { options: [{ value: 'a', label: { zh: '甲' } }] }),
  });
const entry = (seq: number, kind: Entry['kind'], data: Record<string, unknown>): Entry => ({
  id: String(seq),
  seq,
  kind,
  at: '2026-03-16T02:00:00.000Z',
  by: '经办人',
  mine: false,
  words: '',
  photos: [],
  data,
});
const told = (...story: Entry[]) => {
  const type = { closing: [field('lesson', 'text'), field('how', 'multi-select')] };
  return closingAnswers({ story, type }).map(({ field: { key }, value }) => [key, value]);
};

describe('the closing form of a case', () => {
  it('is the one of the last handling, without what was left blank', () => {
    const first = entry(3, 'handle', { form: { lesson: '旧' } });
    const last = entry(7, 'handle', { form: { lesson: '先疏导', how: [] } });
    expect(told(last, entry(9, 'check-pass', { form: { lesson: '别的' } }), first)).toEqual([['lesson', '先疏导']]);
    expect(told(entry(3, 'handle', { form: { how: ['a'], lesson: '' } }))).toEqual([['how', ['a']]]);
  });

  it('is nothing to whom it was not sent', () => {
    expect(told()).toEqual([]);
    expect(told(entry(3, 'handle', { result: 'solved' }))).toEqual([]);
    expect(told(entry(3, 'handle', { form: ['x'] }))).toEqual([]);
  });
});
