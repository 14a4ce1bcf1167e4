import { describe, expect, it } from 'vitest';
import {
  attempt,
  caseType,
  type Deed,
  dispatched,
  inHand,
  on,
  play,
  refusalOfLast,
  report,
} from './case-play.fixture.ts';
import { apply, approval, deciding, fire, form, row, split, water, way } from './stage-play.fixture.ts';

const limit = { value: 2, unit: 'work-day' } as const;
const one = (more: object, changes: Parameters<typeof caseType>[0] = {}) =>
  caseType({ stages: [row('answer', { limit, ...more })], ...changes });

describe('the clock of a stage', () => {
  it('counts from the report or the last dispatch where it says so', () => {
    const late: Deed[] = [
      ['resident', 'report', { photos: 0 }, '03-02 09:00'],
      ['desk', 'accept', {}, '03-02 10:00'],
      ['desk', 'dispatch', { target: { kind: 'unit', unitId: 'property' } }, '03-03 09:00'],
      ['worker', 'take', {}, '03-04 09:00'],
    ];
    const dueAt = (type: ReturnType<typeof one>) => play(late, type).fold.clocks.stage?.dueAt;
    expect(dueAt(one({}))).toEqual(on('03-06 17:30'));
    expect(dueAt(one({ limitFrom: 'report' }))).toEqual(on('03-04 17:30'));
    expect(dueAt(one({ limitFrom: 'dispatch' }))).toEqual(on('03-05 17:30'));
  });

  it('begins afresh after a failed check where it had begun on a day long past', () => {
    const refuse: Deed = [
      'desk',
      'advance',
      { stage: 'decide', outcome: 'refused', words: '不符', photos: 0 },
      '03-10 09:00',
    ];
    const failed: Deed = ['checker', 'check-fail', { reason: '理由不足', photos: 0 }, '03-18 09:00'];
    // Five days from the 6th had ended on the 11th; the type has no term for reworks.
    const { handle: _handle, ...deadlines } = caseType().deadlines;
    const plain = play([...deciding, water, fire, refuse, failed], approval({ deadlines })).fold.clocks.stage;
    expect(plain).toMatchObject({ startedAt: on('03-18 09:00'), dueAt: on('03-24 00:00'), stoppedAt: null });
    // With one it goes with the rework of the handling.
    const { clocks } = play([...deciding, water, fire, refuse, failed], approval()).fold;
    expect(clocks.stage?.dueAt).toEqual(clocks.handle?.dueAt);
    expect(clocks.stage?.dueAt.getTime()).toBeGreaterThan(on('03-18 09:00').getTime());
  });

  it('waits for the answer of one unit alone', () => {
    const alone: Deed = ['desk', 'split', { parts: [{ unitId: 'water', lead: false, words: '核查' }] }];
    const granted: Deed = ['desk', 'advance', { stage: 'decide', outcome: 'granted', words: '同意', photos: 0 }];
    expect(refusalOfLast([...inHand, alone, apply, granted], approval())).toBe('parts-unfinished');
    expect(play([...inHand, alone, apply, water, granted], approval()).fold.stage).toBe('window');
    expect(refusalOfLast([...inHand, alone])).toBe('parts-invalid');
  });
});

describe('a day in a year without a holiday table', () => {
  const outcome = (deeds: readonly Deed[], last: Deed, type = caseType()) => {
    const { fold, at } = play(deeds, type);
    return attempt(fold, last, new Date(at.getTime() + 3_600_000), type);
  };
  const days = (dueDay: string) => ({
    parts: [
      { unitId: 'water', lead: true },
      { unitId: 'fire', lead: false, dueDay },
    ],
  });

  it('is the fault of the field it was written in', () => {
    const far = { ok: false, code: 'day-out-of-reach' };
    const target = { kind: 'unit', unitId: 'property' } as const;
    const accepted: Deed[] = [report, ['desk', 'accept', {}]];
    expect(outcome(accepted, ['desk', 'dispatch', { target, handleBy: '2090-01-01' }])).toMatchObject({
      ...far,
      day: { path: 'handleBy', code: 'too-big', params: { max: '2026-12-31' } },
    });
    expect(outcome(dispatched, ['desk', 'split', days('2090-01-01')])).toMatchObject({
      ...far,
      day: { path: 'parts.1.dueDay' },
    });
    const signed = (day: string): Deed => [
      'worker',
      'advance',
      { stage: 'apply', outcome: 'complete', form: { signed: day }, photos: 1 },
    ];
    expect(outcome([...inHand, split], signed('2090-01-01'), approval())).toMatchObject({
      ...far,
      day: { path: 'form.signed', code: 'too-big' },
    });
    expect(outcome([...inHand, split], signed('1990-01-01'), approval())).toMatchObject({
      day: { path: 'form.signed', code: 'too-small', params: { min: '2025-01-01' } },
    });
    // A right day whose term runs out of the table is nobody's slip of the pen: the year is missing, and is named.
    expect(() => outcome([...inHand, split], signed('2026-12-30'), approval())).toThrow(
      expect.objectContaining({ code: 'calendar-year-missing', year: 2027 }),
    );
    expect(outcome([...inHand, split], signed(form.signed), approval()).ok).toBe(true);
  });

  it('does no harm where no clock counts with it', () => {
    const told = caseType({
      stages: [
        row('tell', {
          form: [{ key: 'until', kind: 'date', label: { zh: '质保' } }],
          outcomes: [way('done', 'handled')],
        }),
      ],
    });
    const data = { stage: 'tell', outcome: 'done', form: { until: '2090-01-01' }, photos: 0 };
    expect(outcome(inHand, ['worker', 'advance', data], told).ok).toBe(true);
  });
});
