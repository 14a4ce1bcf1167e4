import { findTopics } from '@linli/domain';
import { describe, expect, it } from 'vitest';
import { compareGroups } from './compare-groups.ts';
import { hardTopicMessages } from './hard-topic-messages.ts';

describe('comparing groups', () => {
  const truth = new Map([
    ['a', '1'],
    ['b', '1'],
    ['c', '2'],
    ['d', '3'],
  ]);

  it('is whole where groups are right, whoever stands alone included', () => {
    expect(compareGroups(truth, [['a', 'b']])).toMatchObject({ pairF1: 1, cubedF1: 1 });
  });

  it('loses precision by joining and recall by splitting', () => {
    expect(compareGroups(truth, [['a', 'b', 'c']])).toMatchObject({
      pairPrecision: 1 / 3,
      pairRecall: 1,
      cubedRecall: 1,
    });
    expect(compareGroups(truth, [])).toMatchObject({ pairRecall: 0, cubedPrecision: 1, cubedRecall: 0.75 });
  });
});

describe('hard messages', () => {
  it('are grouped by matter at a place, in spite of set phrases, odd names and other matters there', () => {
    const messages = hardTopicMessages(2000, 11);
    const groups = findTopics(messages).map((topic) => topic.ids);
    const agreed = compareGroups(new Map(messages.map((one) => [one.id, one.matter])), groups);
    expect(agreed.pairPrecision).toBeGreaterThan(0.85);
    expect(agreed.pairRecall).toBeGreaterThan(0.7);
    expect(agreed.cubedF1).toBeGreaterThan(0.88);
  }, 60_000);
});
