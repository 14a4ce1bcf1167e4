import type { StageView } from '@linli/contract';
import { describe, expect, it } from 'vitest';
import { agreedDay, stageDue, stageRows } from './stage-rows.ts';

const now = new Date('2026-03-16T04:00:00.000Z');

function stage(key: string, state: StageView['state'], fields: Partial<StageView> = {}): StageView {
  const times = { enteredAt: null, leftAt: null, dueAt: null, overdue: false, told: null, times: 0 };
  const step = { outcome: null, by: '', words: '', form: {}, photos: [], attendance: [] };
  return { key, name: { zh: key }, state, ...times, ...step, ...fields };
}

describe('stageRows', () => {
  it('keeps the order and puts what was passed by apart', () => {
    const rows = stageRows([stage('a', 'done'), stage('b', 'skipped'), stage('c', 'current'), stage('d', 'ahead')]);
    expect(rows.shown.map(({ key }) => key)).toEqual(['a', 'c', 'd']);
    expect(rows.skipped.map(({ key }) => key)).toEqual(['b']);
    expect(rows.later).toEqual([]);
  });

  it('tells in one line what lies far ahead, but never for a single stage', () => {
    const ahead = (count: number) => Array.from({ length: count }, (_, index) => stage(`s${index}`, 'ahead'));
    expect(stageRows(ahead(3)).shown).toHaveLength(3);
    const long = stageRows(ahead(9));
    expect([long.shown.length, long.later.length]).toEqual([2, 7]);
  });
});

describe('stageDue', () => {
  const due = '2026-03-16T03:00:00.000Z';
  const later = '2026-03-16T05:00:00.000Z';

  it.each([
    ['current', { dueAt: later }, 'running'],
    ['current', { dueAt: due }, 'late'],
    ['current', { dueAt: later, overdue: true }, 'late'],
    ['done', { dueAt: due, leftAt: due }, 'met'],
    ['done', { dueAt: due, leftAt: later }, 'met-late'],
  ] as const)('%s with %o is %s', (state, fields, standing) => {
    expect(stageDue(stage('a', state, fields), now)).toEqual({ at: fields.dueAt, standing });
  });

  it('says nothing of a stage without a clock, or one not entered', () => {
    expect(stageDue(stage('a', 'current'), now)).toBeNull();
    expect(stageDue(stage('a', 'ahead', { dueAt: later }), now)).toBeNull();
  });
});

describe('agreedDay', () => {
  it('is the day a duty was given, and none where it was given none', () => {
    const entry = {
      id: '1',
      seq: 1,
      kind: 'open-child' as const,
      at: now.toISOString(),
      by: '',
      mine: false,
      words: '',
    };
    const story = [
      { ...entry, photos: [], data: { childId: 'a', handleBy: '2026-03-27' } },
      { ...entry, photos: [], data: { childId: 'b' } },
    ];
    expect(['a', 'b', 'c'].map((id) => agreedDay(story, id))).toEqual(['2026-03-27', undefined, undefined]);
  });
});
