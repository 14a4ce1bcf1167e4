import { describe, expect, it } from 'vitest';
import { promisedStep } from './promised-step.ts';

const at = '2026-03-20T09:30:00.000Z';
const stage = { key: 'accept', name: { zh: '受理', en: 'Acceptance' } };

describe('promisedStep', () => {
  it('names the step when only its end is promised', () => {
    expect(promisedStep({ due: { clock: 'stage', at, overdue: false }, promisedAt: at, stage })).toEqual(stage.name);
  });

  it('names none where the end of the case is promised, or nothing', () => {
    const later = '2026-03-27T09:30:00.000Z';
    expect(promisedStep({ due: { clock: 'stage', at, overdue: false }, promisedAt: later, stage })).toBeNull();
    expect(promisedStep({ due: { clock: 'total', at, overdue: false }, promisedAt: at, stage })).toBeNull();
    expect(promisedStep({ due: null, promisedAt: null, stage: null })).toBeNull();
  });
});
