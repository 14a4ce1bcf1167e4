import { indicators } from '@linli/domain';
import { describe, expect, it } from 'vitest';
import { indicatorGroups, indicatorsOf } from './indicator-groups.ts';

const all = Object.keys(indicators).map((key) => ({ key }));

describe('groups of indicators', () => {
  it('hold each indicator once, few enough for a page', () => {
    const grouped = indicatorGroups.map((group) => indicatorsOf(group, all));
    expect(grouped.flat().toSorted((a, b) => a.key.localeCompare(b.key))).toEqual(
      all.toSorted((a, b) => a.key.localeCompare(b.key)),
    );
    for (const group of grouped) {
      expect(group.length).toBeGreaterThan(0);
      expect(group.length).toBeLessThanOrEqual(9);
    }
  });

  it('show what they do not know with the handling', () => {
    expect(indicatorsOf('handling', [{ key: 'of-a-newer-server' }])).toHaveLength(1);
    expect(indicatorsOf('people', [{ key: 'of-a-newer-server' }])).toHaveLength(0);
  });
});
