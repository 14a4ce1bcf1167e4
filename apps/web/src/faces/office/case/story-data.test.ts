import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStoryData } from './story-data.ts';

describe('readStoryData', () => {
  it('keeps what the story tells', () => {
    expect(readStoryData({ target: { kind: 'unit', unitId: 'u', ruleKey: 'r' }, score: 4, other: 1 })).toEqual({
      target: { unitId: 'u', ruleKey: 'r' },
      score: 4,
    });
  });

  it('keeps who did not come to a meeting and what came of it', () => {
    const meeting = { attendance: [{ unitId: 'u', status: 'absent' }], supervise: true };
    expect(readStoryData(meeting)).toEqual(meeting);
  });

  it('drops what has another shape, and never fails', () => {
    expect(readStoryData({ result: 'magic', clock: 7, reached: 'yes', attendance: [{ status: 'asleep' }] })).toEqual(
      {},
    );
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('target', 'score', 'amount', 'clock', 'reached', 'attendance'), fc.anything()),
        (data) => {
          expect(() => readStoryData(data)).not.toThrow();
        },
      ),
    );
  });
});
