import { describe, expect, it } from 'vitest';
import { dispatchTo, isSendable, keyOfTarget, type SuggestedTarget } from './dispatch-target.ts';

const unit: SuggestedTarget = {
  kind: 'unit',
  unitId: 'u',
  postId: null,
  unitKind: 'department',
  name: '绿化市容所',
  area: null,
  openCases: 3,
  vacant: false,
  why: 'rule',
  ruleKey: 'r',
  ruleLabel: null,
};

describe('dispatchTo', () => {
  it('sends to what was suggested', () => {
    expect(dispatchTo(unit)).toEqual({ kind: 'unit', unitId: 'u' });
    expect(dispatchTo({ ...unit, kind: 'post', postId: 'p' })).toEqual({ kind: 'post', postId: 'p' });
    expect(dispatchTo({ ...unit, kind: 'pool' })).toEqual({ kind: 'pool', unitKind: 'department' });
  });

  it('leaves it to the rules where a suggestion says too little', () => {
    expect(dispatchTo(undefined)).toEqual({ kind: 'rule' });
    expect(dispatchTo({ ...unit, kind: 'post', postId: null })).toEqual({ kind: 'rule' });
  });
});

it('does not offer the desk, and tells targets apart', () => {
  expect(isSendable({ ...unit, kind: 'desk' })).toBe(false);
  expect(keyOfTarget(unit)).not.toBe(keyOfTarget({ ...unit, unitId: 'v' }));
});
