import { describe, expect, it } from 'vitest';
import { holidays2025And2026 } from '../time/holidays.fixture.ts';
import { applyAction } from './apply-action.ts';
import { actionOf, caseType, type Deed, dispatched, inHand, on, people, play, report } from './case-play.fixture.ts';
import type { CaseTypeDefinition } from './case-type.ts';

const retypedBy = (who: string): Deed => [
  who,
  'retype',
  { typeCode: 'leak', version: 2, from: 'hallway-clutter', words: '其实是漏水' },
];
const retype = retypedBy('desk');
const accepted: readonly Deed[] = [report, ['desk', 'accept', {}]];

function retyped(deeds: readonly Deed[], newType: CaseTypeDefinition, at: string, who = 'desk') {
  const { fold } = play(deeds);
  return applyAction(fold, actionOf(retypedBy(who), on(at)), {
    type: caseType(),
    newType,
    holidays: holidays2025And2026,
    relations: new Set(people[who]?.relations),
  });
}

describe('another kind for a case', () => {
  it('counts its clocks again from the report, by the hours of the other kind', () => {
    const { total: _total, ...deadlines } = caseType().deadlines;
    const quick = caseType({
      code: 'leak',
      deadlines: { ...deadlines, total: { value: 3, unit: 'day' }, dispatch: { value: 1, unit: 'urgent-hour' } },
    });
    const outcome = retyped(accepted, quick, '03-02 10:30');
    if (!outcome.ok) throw new Error(outcome.code);
    const { state, clocks } = outcome.fold;
    expect(state).toBe('accepted');
    // Reported on Monday the 2nd at nine, accepted an hour later.
    expect(clocks.total).toMatchObject({ startedAt: on('03-02 09:00'), dueAt: on('03-06 00:00') });
    expect(clocks.dispatch?.dueAt).toEqual(on('03-02 11:00'));
    expect(clocks.accept?.stoppedAt).toEqual(on('03-02 10:00'));
  });

  it('begins a clock the old kind did not have with the report, however often the kind is changed', () => {
    const { total: _total, ...deadlines } = caseType().deadlines;
    const old = { ...play(accepted).fold, clocks: {} };
    const to = { type: caseType({ deadlines }), newType: caseType({ code: 'leak' }), holidays: holidays2025And2026 };
    const change = (fold: typeof old) => {
      const outcome = applyAction(fold, actionOf(retype, on('03-03 10:00')), {
        ...to,
        relations: new Set(people.desk?.relations),
      });
      if (!outcome.ok) throw new Error(outcome.code);
      return outcome.fold;
    };
    const once = change(old);
    expect(once.clocks.total?.startedAt).toEqual(on('03-02 09:00'));
    expect(change(once).clocks).toEqual(once.clocks);
  });

  it('drops the clocks the other kind does not know, and forgets what the wrong one had missed', () => {
    const none = caseType({ code: 'leak', deadlines: { dispatch: { value: 9, unit: 'day' } } });
    const late: Deed[] = [...accepted, ['system', 'overdue', { clock: 'dispatch' }, '03-03 09:00']];
    expect(play(late).fold.clocks.dispatch?.ranOutAt).not.toBeNull();
    const outcome = retyped(late, none, '03-03 10:00');
    if (!outcome.ok) throw new Error(outcome.code);
    expect(outcome.fold.clocks.total).toBeUndefined();
    expect(outcome.fold.clocks['first-contact']).toBeUndefined();
    expect(outcome.fold.clocks.dispatch).toMatchObject({ dueAt: on('03-12 00:00'), ranOutAt: null });
  });

  it('is for the desk alone and only before anybody works on it', () => {
    expect(retyped(accepted, caseType(), '03-02 11:00', 'resident')).toMatchObject({ code: 'not-entitled' });
    expect(retyped([report], caseType(), '03-02 11:00').ok).toBe(true);
    for (const deeds of [dispatched, inHand])
      expect(retyped(deeds, caseType(), '03-02 13:00')).toMatchObject({ ok: false, code: 'wrong-state' });
  });
});
