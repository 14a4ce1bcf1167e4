import type { CaseState } from '@linli/domain';
import { describe, expect, it } from 'vitest';
import { splitForBulk } from './bulk-plan.ts';

describe('splitForBulk', () => {
  it('takes what can be dispatched or urged and leaves nothing out of the count', () => {
    const rows = (['reported', 'accepted', 'dispatched', 'in-hand', 'closed'] as CaseState[]).map((state) => ({
      state,
    }));
    expect(splitForBulk('dispatch', rows).fit).toEqual([{ state: 'accepted' }]);
    const urge = splitForBulk('urge', rows);
    expect(urge.fit).toEqual([{ state: 'dispatched' }, { state: 'in-hand' }]);
    expect(urge.fit.length + urge.skipped.length).toBe(rows.length);
  });
});
