import { describe, expect, it } from 'vitest';
import { holidays2025And2026 } from '../time/holidays.fixture.ts';
import { applyAction } from './apply-action.ts';
import { actionOf, caseType, closed, dispatched, handled, inHand, on, play, report } from './case-play.fixture.ts';
import { caseStates } from './case-state.ts';
import { nextDue, onTime } from './clocks.ts';

const solved = { result: 'solved', photos: 0 } as const;
const reason = { reason: '等配件' };

describe('clocks', () => {
  it('start and stop where the table says', () => {
    const { clocks } = play(closed).fold;
    const seen = Object.fromEntries(
      Object.entries(clocks).map(([name, clock]) => [name, [clock.startedAt, clock.stoppedAt]]),
    );
    expect(seen).toEqual({
      accept: [on('03-02 09:00'), on('03-02 10:00')],
      total: [on('03-02 09:00'), on('03-02 14:00')],
      'first-contact': [on('03-02 10:00'), on('03-02 13:00')],
      dispatch: [on('03-02 10:00'), on('03-02 11:00')],
      take: [on('03-02 11:00'), on('03-02 12:00')],
      handle: [on('03-02 11:00'), on('03-02 13:00')],
      check: [on('03-02 13:00'), on('03-02 14:00')],
    });
    expect(Object.values(clocks).map(onTime)).toEqual(Array(7).fill(true));
  });

  it('the next deadline is the earliest running one', () => {
    expect(nextDue(play([report]).fold)).toEqual({ clock: 'accept', dueAt: on('03-02 11:00') });
    expect(nextDue(play(inHand).fold)).toEqual({ clock: 'first-contact', dueAt: on('03-03 17:30') });
    expect(nextDue(play(closed).fold)).toBeNull();
  });

  it('stand still while suspended and go on with what was left', () => {
    const suspended = play([
      ...inHand,
      ['worker', 'contact', { reached: true, channel: 'phone' }],
      ['worker', 'ask-suspension', reason],
      ['chief', 'grant', {}, '03-03 10:00'],
    ]);
    expect(suspended.fold).toMatchObject({ state: 'suspended', suspensionApprovedBy: 'chief' });
    expect(nextDue(suspended.fold)).toBeNull();
    const resumed = play([
      ...inHand,
      ['worker', 'contact', { reached: true, channel: 'phone' }],
      ['worker', 'ask-suspension', reason],
      ['chief', 'grant', {}, '03-03 10:00'],
      ['worker', 'resume', {}, '03-20 10:00'],
    ]).fold;
    // Two working days were left: Friday 20 March is not counted, Monday and Tuesday are.
    expect(resumed.clocks.handle).toMatchObject({
      dueAt: on('03-24 17:30'),
      pausedAt: null,
      startedAt: on('03-02 11:00'),
    });
    expect(resumed.clocks.check).toBeUndefined();
  });

  it('an extension adds to the old end, of the whole case too', () => {
    const { fold } = play([...inHand, ['worker', 'ask-extension', { ...reason, amount: 2 }], ['chief', 'grant', {}]]);
    expect(fold.clocks.handle?.dueAt).toEqual(on('03-09 17:30'));
    // 24:00 on 9 March, then two working days.
    expect(fold.clocks.total?.dueAt).toEqual(on('03-11 17:30'));
    const less = play([
      ...inHand,
      ['worker', 'ask-extension', { ...reason, amount: 2 }],
      ['chief', 'grant', { amount: 1 }],
    ]);
    expect(less.fold.clocks.handle?.dueAt).toEqual(on('03-06 17:30'));
  });

  it('an extension granted after the deadline takes the miss back', () => {
    const { fold } = play([
      ...inHand,
      ['worker', 'ask-extension', reason, '03-05 17:00'],
      ['system', 'overdue', { clock: 'handle' }, '03-05 17:30'],
      ['chief', 'grant', {}, '03-05 18:00'],
    ]);
    expect(fold.clocks.handle).toMatchObject({ ranOutAt: null, dueAt: on('03-10 17:30') });
  });

  it('a rework gets what was left, at least half', () => {
    const early = play([...handled, ['checker', 'check-fail', { reason: '没清', photos: 0 }]]).fold;
    expect(early.clocks.handle).toMatchObject({ startedAt: on('03-02 14:00'), dueAt: on('03-05 17:30') });
    const late = play([
      ...inHand,
      ['worker', 'handle', solved, '03-05 17:00'],
      ['checker', 'check-fail', { reason: '没清', photos: 0 }, '03-06 09:00'],
    ]).fold;
    // Half of three working days from Friday: Monday, and Tuesday until 13:00.
    expect(late.clocks.handle).toMatchObject({ dueAt: on('03-10 13:00'), missed: 0 });
  });

  it('late stays late through a rework in time, and a new round begins clean', () => {
    const rework = play([
      ...inHand,
      ['worker', 'handle', solved, '03-05 17:30'],
      ['checker', 'check-fail', { reason: '没清', photos: 0 }, '03-06 09:00'],
      ['worker', 'handle', solved, '03-06 10:00'],
      ['checker', 'check-pass', { photos: 0 }],
    ]);
    const { handle } = rework.fold.clocks;
    expect(handle).toMatchObject({ ranOutAt: null, missed: 1 });
    expect(handle && onTime(handle)).toBe(false);
    const again = play([...closed, ['resident', 'reopen', reason]]).fold;
    expect(again.clocks.handle).toMatchObject({ missed: 0, stoppedAt: null });
    expect(again.clocks.check).toBeUndefined();
    expect(again.clocks.total?.stoppedAt).toBeNull();
  });

  it('a return drops the handling clock and gives dispatch a new one', () => {
    const { clocks } = play([...dispatched, ['worker', 'return', { reason: '不归我们', rightUnit: 'water' }]]).fold;
    expect(clocks.handle).toBeUndefined();
    expect(clocks.dispatch).toMatchObject({ startedAt: on('03-02 12:00'), stoppedAt: null });
  });

  it('a year without a holiday table is refused, and nothing is half done', () => {
    const { fold } = play(dispatched.slice(0, 2));
    const action = actionOf(['desk', 'dispatch', { target: { kind: 'desk' } }], new Date('2026-12-31T02:00:00Z'));
    const context = { type: caseType(), holidays: holidays2025And2026, relations: new Set(['desk'] as const) };
    expect(() => applyAction(fold, action, context)).toThrow(
      expect.objectContaining({ code: 'calendar-year-missing', year: 2027 }),
    );
    expect(caseStates).toContain(fold.state);
  });
});
