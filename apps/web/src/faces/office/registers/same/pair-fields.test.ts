import { describe, expect, it } from 'vitest';
import type { SubjectDetail } from '../subject/subject-detail.ts';
import { pairFields, winningEntries } from './pair-fields.ts';

function detail(values: Readonly<Record<string, string | null>>, masked: readonly string[] = []): SubjectDetail {
  const fields = Object.entries(values).map(([code, value]) => ({ code, value, masked: masked.includes(code) }));
  // Only codes, values and masks are looked at.
  return { groups: [{ group: 'identity', fields }] } as unknown as SubjectDetail;
}

describe('pairFields', () => {
  it('puts what differs first and leaves out what nobody knows', () => {
    const rows = pairFields(
      detail({ sex: '1', born: '1950-01-01', a: null }),
      detail({ sex: '1', born: '1951-01-01', a: null }),
    );
    expect(rows.map(({ code, differs }) => [code, differs])).toEqual([
      ['born', true],
      ['sex', false],
    ]);
  });

  it('compares no sealed values: masks that look alike say nothing', () => {
    const rows = pairFields(detail({ phone: '138****1234' }, ['phone']), detail({ phone: '139****1234' }, ['phone']));
    expect(rows.map(({ differs }) => differs)).toEqual([false]);
  });
});

describe('winningEntries', () => {
  const rows = pairFields(detail({ born: '1950-01-01', sex: '1' }), detail({ born: '1951-01-01', sex: '2' }));
  it('takes over only what was chosen of the one that goes', () => {
    expect(winningEntries(rows, { born: 'other', sex: 'one' }, 'one')).toEqual([{ code: 'born', value: '1951-01-01' }]);
    expect(winningEntries(rows, { born: 'other', sex: 'one' }, 'other')).toEqual([{ code: 'sex', value: '1' }]);
    expect(winningEntries(rows, {}, 'one')).toEqual([]);
  });
});
