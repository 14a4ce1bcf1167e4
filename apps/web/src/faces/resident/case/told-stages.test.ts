import type { StageView } from '@linli/contract';
import { describe, expect, it } from 'vitest';
import { toldStages } from './told-stages.ts';

function stages(...states: StageView['state'][]): StageView[] {
  return states.map((state, index) => ({
    ...{ key: `s${index}`, name: { zh: `第${index}步` }, state, enteredAt: null, leftAt: null, dueAt: null },
    ...{ overdue: false, told: null, times: 0, outcome: null, by: '', words: '', form: {}, photos: [], attendance: [] },
  }));
}

describe('toldStages', () => {
  it('shows what is gone, where it stands and the next step', () => {
    const { steps, more } = toldStages(stages('done', 'skipped', 'current', 'ahead', 'ahead'));
    expect(steps.map(({ key }) => key)).toEqual(['s0', 's2', 's3']);
    expect(more).toBe(true);
  });

  it('shows nothing without a procedure, and no more than there is', () => {
    expect(toldStages([])).toEqual({ steps: [], more: false });
    expect(toldStages(stages('done', 'skipped')).more).toBe(false);
  });
});
