import { describe, expect, it } from 'vitest';
import { checkInput, checkStart } from './let-home.ts';

const today = '2026-11-23';

describe('a look at a let home', () => {
  it('passes when nothing is ticked, whatever day for mending stands there', () => {
    expect(checkInput(checkStart(today), today)).toEqual({ on: today, failed: [] });
  });

  it('has a day for mending where something fails, within half a year', () => {
    const fails = { ...checkStart(today), failed: ['gas', 'crowded', 'nothing-known'] };
    expect(checkInput(fails, today)).toEqual({ on: today, failed: ['crowded', 'gas'], mendBy: '2026-12-07' });
    for (const mendBy of ['', '2026-11-22', '2027-11-23']) expect(checkInput({ ...fails, mendBy }, today)).toBeNull();
  });

  it('is of today or before', () => {
    expect(checkInput({ ...checkStart(today), on: '2026-11-20' }, today)).toEqual({ on: '2026-11-20', failed: [] });
    for (const on of ['', '2026-11-24']) expect(checkInput({ ...checkStart(today), on }, today)).toBeNull();
  });
});
