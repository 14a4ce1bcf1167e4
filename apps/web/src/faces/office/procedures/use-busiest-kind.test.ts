import { describe, expect, it } from 'vitest';
import { busiestOf } from './use-busiest-kind.ts';

describe('busiestOf', () => {
  it('takes the kind with most open cases, the first of equals', () => {
    expect(busiestOf(['a', 'b', 'c'], [{ count: 0 }, { count: 4 }, { count: 4 }])).toBe('b');
    expect(busiestOf(['a', 'b'], [{ count: 0 }, { count: 0 }])).toBe('a');
  });

  it('takes none of none', () => {
    expect(busiestOf([], [])).toBeUndefined();
  });
});
