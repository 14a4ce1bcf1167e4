import type { CaseFilter } from '@linli/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseFilterQuery, officeRowsPath, readCaseFilter } from './case-filter-search.ts';

describe('readCaseFilter', () => {
  it('keeps what fits and leaves out what does not', () => {
    expect(
      readCaseFilter({ states: ['accepted', 'nonsense'], overdue: true, areaId: 'x', channel: 'desk', other: 1 }),
    ).toEqual({ overdue: true, channel: 'desk' });
  });

  it('takes a number for a text: searching for a case by its number', () => {
    expect(readCaseFilter({ text: 20261122 })).toEqual({ text: '20261122' });
    expect(readCaseFilter({ text: '' })).toEqual({});
  });

  it('keeps a step with both its ends only', () => {
    const whole = { step: 'rate', stepFrom: '2026-03-19T16:00:00.000Z', stepUntil: '2026-03-20T16:00:00.000Z' };
    expect(readCaseFilter(whole)).toEqual(whole);
    expect(readCaseFilter({ ...whole, stepUntil: 'soon', overdue: true })).toEqual({ overdue: true });
    expect(readCaseFilter({ ...whole, step: undefined })).toEqual({});
  });

  it('keeps a figure with both its days only, and a unit only with a figure', () => {
    const countedUnitId = '01900000-0000-7000-8000-000000000031';
    const whole = { counted: 'handled', countedFrom: '2026-03-19', countedUntil: '2026-03-20', countedUnitId };
    expect(readCaseFilter(whole)).toEqual(whole);
    expect(readCaseFilter({ ...whole, countedUntil: 'soon', overdue: true })).toEqual({ overdue: true });
    expect(readCaseFilter({ ...whole, counted: 'filedOnTime' })).toEqual({});
  });

  it('never fails, whatever the address says', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (raw) => {
        expect(() => readCaseFilter(raw)).not.toThrow();
      }),
    );
  });
});

describe('caseFilterQuery', () => {
  it('writes strings plain and the rest as JSON, in one order', () => {
    const filter: CaseFilter = { text: '漏水', states: ['reported'], overdue: false };
    expect([...new URLSearchParams(caseFilterQuery(filter))]).toEqual([
      ['overdue', 'false'],
      ['states', '["reported"]'],
      ['text', '漏水'],
    ]);
    expect(officeRowsPath({ overdue: true })).toBe('/office/inbox?overdue=true');
  });
});
