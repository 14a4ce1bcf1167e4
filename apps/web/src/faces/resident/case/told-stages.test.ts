import type { StageView } from '@linli/contract';
import type { CaseStage } from '@linli/domain';
import { describe, expect, it } from 'vitest';
import { toldStages } from './told-stages.ts';

function stages(...states: StageView['state'][]): StageView[] {
  return states.map((state, index) => ({
    ...{ key: `s${index}`, name: { zh: `第${index}步` }, state, enteredAt: null, leftAt: null, dueAt: null },
    ...{ overdue: false, told: null, times: 0, outcome: null, by: '', words: '', form: {}, photos: [], attendance: [] },
  }));
}

/** Each stage with the stages its ways lead to. */
function typeWith(...ways: string[][]): { stages: CaseStage[] } {
  return {
    stages: ways.map((targets, index) => ({
      key: `s${index}`,
      name: { zh: '' },
      by: ['handler'],
      form: [],
      evidence: 0,
      notSameAs: [],
      outcomes: targets.map((to) => ({
        ...{
          key: to,
          label: { zh: '' },
          to,
          reason: false,
          childrenClosed: false,
          fileComplete: false,
          publish: false,
        },
      })),
    })),
  };
}

describe('toldStages', () => {
  const walked = stages('done', 'skipped', 'current', 'ahead', 'ahead');

  it('shows what is gone, where it stands, and the next step where only one can come', () => {
    const { steps, more } = toldStages(walked, typeWith(['s2'], [], ['s2', 's3', 'handled'], [], []));
    expect(steps.map(({ key }) => key)).toEqual(['s0', 's2', 's3']);
    expect(more).toBe(true);
  });

  it('promises no step where several can come, or none', () => {
    expect(toldStages(walked, typeWith(['s2'], [], ['s3', 's4'], [], [])).steps.map(({ key }) => key)).toEqual([
      's0',
      's2',
    ]);
    expect(toldStages(walked, typeWith([], [], ['handled'], [], [])).more).toBe(true);
  });

  it('shows the first step before it began', () => {
    expect(toldStages(stages('ahead', 'ahead'), typeWith(['s1'], [])).steps.map(({ key }) => key)).toEqual(['s0']);
  });

  it('shows nothing without a procedure, and no more than there is', () => {
    expect(toldStages([], typeWith())).toEqual({ steps: [], more: false });
    expect(toldStages(stages('done', 'skipped'), typeWith([], [])).more).toBe(false);
  });
});
