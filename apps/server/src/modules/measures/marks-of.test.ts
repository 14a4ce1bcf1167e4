import { describe, expect, it } from 'vitest';
import type { CaseEventFacts, CaseFact } from './case-fact.ts';
import { grid, type Step, story } from './case-story.fixture.ts';
import { baseCountsOf, type FigureCounts, type FigureKey } from './figure-keys.ts';
import { foldFact } from './fold-fact.ts';
import { keptMarks, marksOf } from './marks-of.ts';

const unit = grid.units[0];
const dueHandle = '2026-03-12T09:00:00Z';
const dueTotal = '2026-03-14T09:00:00Z';

function play(steps: readonly Step[], start: Partial<CaseEventFacts> = {}): CaseFact {
  let fact: CaseFact | null = null;
  for (const event of story(steps, start)) fact = foldFact(fact, event);
  if (!fact) throw new Error('a story has a step');
  return fact;
}

function counts(fact: CaseFact): FigureCounts {
  const sums: FigureCounts = {};
  for (const [key, , , n] of marksOf(fact)) sums[key] = (sums[key] ?? 0) + n;
  // Open on one day and closed on another comes to nothing.
  return Object.fromEntries(Object.entries(sums).filter(([, n]) => n !== 0));
}

function daysOf(fact: CaseFact, key: FigureKey): string[] {
  return marksOf(fact).flatMap(([k, day]) => (k === key ? [day] : []));
}

const toUnit: Step[] = [
  ['report', '2026-03-10T01:00:00Z', 'reported'],
  ['accept', '2026-03-10T02:00:00Z', 'accepted'],
  ['dispatch', '2026-03-10T03:00:00Z', 'dispatched', { unitId: unit, due: { handle: dueHandle, total: dueTotal } }],
  ['take', '2026-03-10T04:00:00Z', 'in-hand'],
];
const handledInTime: Step[] = [
  ...toUnit,
  [
    'handle',
    '2026-03-11T03:00:00Z',
    'handled',
    { of: { result: 'solved', sampled: true }, onTime: { handle: true, total: null } },
  ],
];
const closedInTime: Step[] = [
  ...handledInTime,
  ['check-pass', '2026-03-11T05:00:00Z', 'closed', { onTime: { handle: true, total: true } }],
];
const overdue: Step[] = [...toUnit, ['overdue', '2026-03-12T09:00:01Z', 'in-hand', { of: { clock: 'handle' } }]];

describe('marks of a case', () => {
  it('are none for handling while it is open and not yet due', () => {
    const found = baseCountsOf(counts(play(toUnit)));
    expect(found).toMatchObject({
      reported: 1,
      filed: 1,
      filedOnTime: 1,
      dispatched: 1,
      handled: 0,
      overdueUnhandled: 0,
    });
    expect(counts(play(toUnit))).toMatchObject({ open: 1 });
  });

  it('count handling and closing on the day they were due, steps on the day they were taken', () => {
    const fact = play(closedInTime);
    expect(daysOf(fact, 'handled')).toEqual(['2026-03-12']);
    expect(daysOf(fact, 'closed')).toEqual(['2026-03-14']);
    expect(daysOf(fact, 'handledOn')).toEqual(['2026-03-11']);
    expect(daysOf(fact, 'closedOn')).toEqual(['2026-03-11']);
    expect(counts(fact)).toMatchObject({ handled: 1, closed: 1, solved: 1, checked: 1 });
    expect(counts(fact)).not.toHaveProperty('handledLate');
    expect(marksOf(fact).filter(([key]) => key === 'handled')).toEqual([['handled', '2026-03-12', unit, 1]]);
  });

  it('say overdue and unhandled when the clock runs out, and late once it is done after all', () => {
    const late = play(overdue);
    expect(counts(late)).toMatchObject({ overdueUnhandled: 1, overdue: 1, open: 1 });
    expect(late.overdueSince).toBe(dueHandle);
    const done = play([
      ...overdue,
      [
        'handle',
        '2026-03-13T03:00:00Z',
        'handled',
        { of: { result: 'solved' }, onTime: { handle: false, total: null } },
      ],
    ]);
    expect(counts(done)).toMatchObject({ handled: 1, handledLate: 1 });
    expect(counts(done)).not.toHaveProperty('overdueUnhandled');
    expect(done.overdueSince).toBeNull();
  });

  it('ask nothing of a suspended case, and again when it is resumed', () => {
    const waiting: Step[] = [
      ...overdue,
      ['ask-suspension', '2026-03-12T10:00:00Z', 'in-hand'],
      ['grant', '2026-03-12T11:00:00Z', 'suspended', { of: { request: 'suspension' } }],
    ];
    expect(counts(play(waiting))).not.toHaveProperty('overdueUnhandled');
    expect(play(waiting).overdueSince).toBeNull();
    expect(counts(play(waiting)).suspended).toBe(1);
    const resumed = play([...waiting, ['resume', '2026-03-13T01:00:00Z', 'in-hand']]);
    expect(counts(resumed)).toMatchObject({ overdueUnhandled: 1, suspended: 1 });
  });

  it('forgive what an extension gives time for', () => {
    const later = { handle: '2026-03-16T09:00:00Z', total: '2026-03-18T09:00:00Z' };
    const fact = play([
      ...overdue,
      ['ask-extension', '2026-03-12T10:00:00Z', 'in-hand'],
      ['grant', '2026-03-12T11:00:00Z', 'in-hand', { of: { request: 'extension' }, due: later }],
    ]);
    expect(counts(fact)).toMatchObject({ extended: 1 });
    expect(counts(fact)).not.toHaveProperty('overdueUnhandled');
    expect(counts(fact).overdue).toBeUndefined();
  });

  it('keep of a void case only that it was reported, worked on and wrongly filed', () => {
    const fact = play([...closedInTime.slice(0, -1), ['grant', '2026-03-11T06:00:00Z', 'void']]);
    const worked = { acceptedOn: 1, dispatchedOn: 1, handledOn: 1 };
    expect(counts(fact)).toEqual({ reported: 1, reportedByCitizens: 1, filed: 1, voided: 1, ...worked });
    expect(baseCountsOf(counts(fact))).toMatchObject({ handled: 0, publicVerified: 0 });
  });

  it('count a declined or merged report as decided, not filed', () => {
    const declined = play([toUnit[0] as Step, ['decline', '2026-03-10T02:00:00Z', 'declined']]);
    expect(baseCountsOf(counts(declined))).toMatchObject({ accepted: 1, filed: 0 });
    const merged = play([...toUnit.slice(0, 2), ['merge', '2026-03-10T05:00:00Z', 'merged']]);
    expect(baseCountsOf(counts(merged))).toMatchObject({ accepted: 1, filed: 0, publicVerified: 0 });
    expect(counts(merged).open).toBeUndefined();
  });

  it('take a rework back out of handled until it is done again', () => {
    const failed = play([
      ...handledInTime,
      ['check-fail', '2026-03-11T08:00:00Z', 'in-hand', { due: { handle: '2026-03-13T09:00:00Z', total: dueTotal } }],
    ]);
    expect(counts(failed)).toMatchObject({ reworked: 1, checked: 1, handledOn: 1 });
    expect(counts(failed)).not.toHaveProperty('handled');
    expect(counts(failed)).not.toHaveProperty('solved');
  });

  it('keep the first round when a case is reopened and judge the second apart', () => {
    const fact = play([
      ...closedInTime,
      ['rate', '2026-03-11T07:00:00Z', 'closed', { of: { score: 5 } }],
      [
        'reopen',
        '2026-03-13T01:00:00Z',
        'dispatched',
        {
          due: { handle: '2026-03-15T09:00:00Z', total: '2026-03-17T09:00:00Z' },
          onTime: { handle: null, total: null },
        },
      ],
      ['overdue', '2026-03-15T09:00:01Z', 'dispatched', { of: { clock: 'handle' } }],
    ]);
    expect(counts(fact)).toMatchObject({
      handled: 1,
      overdueUnhandled: 1,
      closed: 1,
      rated: 1,
      satisfied: 1,
      reopened: 1,
    });
    expect(counts(fact).open).toBe(1);
    expect(daysOf(fact, 'overdueUnhandled')).toEqual(['2026-03-15']);
  });

  it('charge a return to the unit that was wrong and to the day it was sent there', () => {
    const fact = play([
      ...toUnit.slice(0, 3),
      ['return', '2026-03-11T01:00:00Z', 'accepted', { unitId: null, due: { handle: null, total: dueTotal } }],
      [
        'dispatch',
        '2026-03-11T02:00:00Z',
        'dispatched',
        { unitId: grid.units[1], due: { handle: dueHandle, total: dueTotal } },
      ],
    ]);
    const wrong = marksOf(fact).filter(([key]) => key === 'dispatchedWrong' || key === 'returned');
    expect(wrong).toEqual([
      ['returned', '2026-03-11', unit, 1],
      ['dispatchedWrong', '2026-03-10', unit, 1],
    ]);
    expect(baseCountsOf(counts(fact))).toMatchObject({ dispatched: 2, dispatchedWrong: 1 });
    expect(fact.holder).toBe(`unit:${grid.units[1]}`);
  });

  it('judge acceptance, dispatch, check and first contact by their clocks, whether or not the alarm had rung', () => {
    const late = (clock: 'accept' | 'dispatch' | 'check' | 'first-contact') => ({ onTime: { [clock]: false } });
    const fact = play([
      ['report', '2026-03-10T01:00:00Z', 'reported'],
      ['accept', '2026-03-10T02:00:00Z', 'accepted', late('accept')],
      ['dispatch', '2026-03-10T03:00:00Z', 'dispatched', late('dispatch')],
      ['return', '2026-03-10T04:00:00Z', 'accepted', { onTime: { dispatch: null } }],
      ['dispatch', '2026-03-10T05:00:00Z', 'dispatched', { onTime: { dispatch: true } }],
      ['contact', '2026-03-10T06:00:00Z', 'dispatched', late('first-contact')],
      ['handle', '2026-03-10T07:00:00Z', 'handled', { onTime: { check: null } }],
      ['check-fail', '2026-03-10T08:00:00Z', 'in-hand', late('check')],
    ]);
    expect(counts(fact)).toMatchObject({
      filedLate: 1,
      dispatched: 2,
      dispatchedLate: 1,
      contactLate: 1,
      checkedLate: 1,
    });
    expect(counts(fact)).not.toHaveProperty('contacted');
  });

  it('count a case once for a step on a day, and as closed until it is reopened', () => {
    const again: Step[] = [
      ...handledInTime,
      ['check-fail', '2026-03-11T04:00:00Z', 'in-hand'],
      ['handle', '2026-03-11T05:00:00Z', 'handled'],
      ['check-pass', '2026-03-12T05:00:00Z', 'closed'],
    ];
    const fact = play(again);
    expect(daysOf(fact, 'handledOn')).toEqual(['2026-03-11']);
    expect(daysOf(fact, 'checkedOn')).toEqual(['2026-03-11', '2026-03-12']);
    expect(counts(fact)).toMatchObject({ handledOn: 1, checked: 2, closedOn: 1 });
    const reopened = play([...again, ['reopen', '2026-03-12T06:00:00Z', 'dispatched']]);
    expect(counts(reopened)).not.toHaveProperty('closedOn');
    expect(counts(reopened)).toMatchObject({ checkedOn: 2, reopened: 1 });
  });

  it('count what a worker solved on the spot as filed and not as due', () => {
    const fact = play(
      [
        ['report', '2026-03-10T01:00:00Z', 'reported'],
        ['handle', '2026-03-10T01:00:00Z', 'closed', { of: { result: 'solved', sampled: false } }],
      ],
      { channel: 'field' },
    );
    expect(baseCountsOf(counts(fact))).toMatchObject({
      reportedByWorkers: 1,
      validReported: 1,
      filed: 1,
      handled: 0,
      solved: 1,
    });
  });

  it('count days where the street is, not where the clock of the server is', () => {
    const fact = play([['report', '2026-03-10T16:30:00Z', 'reported']]);
    expect(daysOf(fact, 'reported')).toEqual(['2026-03-11']);
  });

  it('say who must act: the desk, the pool, the unit, the checker, then nobody', () => {
    expect(play(toUnit.slice(0, 2)).holder).toBe('desk');
    expect(play(toUnit).holder).toBe(`unit:${unit}`);
    expect(
      play([...toUnit.slice(0, 2), ['dispatch', dueHandle, 'dispatched', { unitKind: 'property-firm' }]]).holder,
    ).toBe('pool:property-firm');
    expect(play(handledInTime).holder).toBe('check');
    expect(play(closedInTime).holder).toBeNull();
  });
});

describe('marks kept with a case', () => {
  it('are its days by figure and unit, a day as often as it counts; what stands now is left out', () => {
    const { marks, markedFrom, markedUntil } = keptMarks(play(closedInTime));
    expect(marks).toMatchObject({
      reported: { '-': ['2026-03-10'] },
      handled: { [unit]: ['2026-03-12'] },
      closed: { [unit]: ['2026-03-14'] },
    });
    expect(Object.keys(marks)).not.toEqual(expect.arrayContaining(['open']));
    expect([markedFrom, markedUntil]).toEqual(['2026-03-10', '2026-03-14']);
    const again: Step[] = [
      ...toUnit,
      ['return', '2026-03-10T05:00:00Z', 'accepted'],
      ['dispatch', '2026-03-10T06:00:00Z', 'dispatched', { unitId: unit }],
    ];
    expect(keptMarks(play(again)).marks.dispatched).toEqual({ [unit]: ['2026-03-10', '2026-03-10'] });
  });
});
