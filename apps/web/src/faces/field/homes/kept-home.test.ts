import type { getHouseholdFile, OutputOf } from '@linli/contract';
import { expect, it } from 'vitest';
import { keptHome } from './kept-home.ts';

type File = OutputOf<typeof getHouseholdFile>;

function field(code: string, more: { masked?: boolean; level?: number } = {}) {
  return { code, value: 'x', masked: false, level: 3, daysStale: 2, can: { edit: 'change', reveal: false }, ...more };
}

it('keptHome leaves sealed and sensitive fields off the phone', () => {
  const member = {
    subject: { id: 'p', name: '张三' },
    relation: '02',
    fields: [field('sex'), field('phone', { masked: true }), field('allowance', { level: 4 })],
  };
  // Only what is looked at stands in the file.
  const file = {
    home: { subject: { id: 'h', name: '路1号1室' }, fields: [field('use')] },
    households: [{ subject: { id: 'f', name: '张三' }, members: [member] }],
    others: [],
  } as unknown as File;
  const kept = keptHome(file);
  expect(kept?.people[0]?.fields).toEqual([{ code: 'sex', value: 'x', daysStale: 2, edit: 'change' }]);
  expect(JSON.stringify(kept)).not.toContain('allowance');
  expect(keptHome({ ...file, home: null })).toBeNull();
});
