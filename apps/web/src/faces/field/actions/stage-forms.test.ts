import { describe, expect, it, vi } from 'vitest';
import type { ActionContext } from './action-form.ts';
import { dutiesOf, dutyProblems } from './stage-forms.ts';

// The words do not matter here, only which key they stand for.
const t = vi.fn((key: string) => key) as unknown as ActionContext['t'];
const whole = { 'duty.1.unitId': 'u1', 'duty.1.words': ' 修好 ', 'duty.1.handleBy': '2026-03-20' };

describe('duties fixed on a phone', () => {
  it('sends those filled in whole', () => {
    const values = { ...whole, 'duty.2.words': '只写了一半' };
    expect(dutiesOf(values)).toEqual([{ unitId: 'u1', words: '修好', handleBy: '2026-03-20' }]);
    expect(dutiesOf({})).toEqual([]);
  });

  it('asks for the rest of a half one, and refuses a day gone by', () => {
    expect(dutyProblems(whole, '2026-03-16', t)).toEqual({});
    expect(Object.keys(dutyProblems({ 'duty.2.words': '一半' }, '2026-03-16', t))).toEqual(['duty.2.unitId']);
    expect(Object.keys(dutyProblems(whole, '2026-03-21', t))).toEqual(['duty.1.handleBy']);
  });
});
