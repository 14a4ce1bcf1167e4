import { describe, expect, it } from 'vitest';
import { learnToSort } from './learn-to-sort.ts';
import { type NamedKind, scoreNames } from './score-names.ts';
import { someTexts } from './sorting-texts.fixture.ts';
import { suggestKinds } from './suggest-kinds.ts';

const kinds: NamedKind[] = [
  { code: 'rubbish', names: ['暴露垃圾', 'Rubbish'], synonyms: ['垃圾', '垃圾桶', '脏'], hint: '路边的垃圾' },
  { code: 'lift', names: ['电梯', 'Lift'], synonyms: ['困人'], hint: '' },
  { code: 'bulky', names: ['大件垃圾'], synonyms: ['沙发', '床垫'], hint: '' },
];

describe('names and synonyms', () => {
  it('knows a kind by its words, and is surer of longer ones', () => {
    const [first] = scoreNames('楼下垃圾桶满了', kinds);
    expect(first).toMatchObject({ code: 'rubbish', spokenFor: ['垃圾桶'] });
    expect(first?.confidence).toBeGreaterThan(0.5);
    expect(scoreNames('ＲＵＢＢＩＳＨ', kinds)[0]?.code).toBe('rubbish');
  });

  it('is unsure of two kinds hit alike, and silent on none', () => {
    const found = scoreNames('沙发放在垃圾旁', kinds);
    expect(found[0]?.confidence).toBeLessThan(0.5);
    expect(scoreNames('早上好', kinds)).toEqual([]);
    expect(scoreNames('', kinds)).toEqual([]);
  });
});

describe('suggested kinds', () => {
  const { texts, labels } = someTexts(240);
  const { model } = learnToSort(texts, labels);

  it('says three at most, never more than one in all', () => {
    const found = suggestKinds('电梯旁边的垃圾和沙发', kinds, null);
    expect(found.length).toBeLessThanOrEqual(3);
    expect(found.reduce((sum, one) => sum + one.confidence, 0)).toBeLessThanOrEqual(1);
    expect(suggestKinds('早上好', kinds, null)).toEqual([]);
  });

  it('lets what was learned speak where there is much of it, and names where there is none', () => {
    expect(suggestKinds('轿厢抖动，门关不上', kinds, null)).toEqual([]);
    expect(suggestKinds('轿厢抖动，门关不上', kinds, model)[0]).toMatchObject({ code: 'lift' });
    const bulky = suggestKinds('大件垃圾大件垃圾，沙发和床垫', kinds, model).find((one) => one.code === 'bulky');
    expect(bulky?.spokenFor).toContain('大件垃圾');
  });

  it('never suggests a kind that is not offered', () => {
    const codes = suggestKinds('广场舞音响扰民', kinds, model).map((one) => one.code);
    expect(codes).not.toContain('noise');
  });
});
