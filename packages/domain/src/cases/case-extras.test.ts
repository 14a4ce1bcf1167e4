import { describe, expect, it } from 'vitest';
import type { CaseAction } from './case-action.ts';
import {
  attempt,
  caseType,
  type Deed,
  dispatched,
  handled,
  inHand,
  on,
  play,
  refusalOfLast,
  report,
} from './case-play.fixture.ts';
import { foldCase } from './fold-case.ts';

describe('without stages', () => {
  const closing = caseType({
    closing: [{ key: 'cause', kind: 'text', label: { zh: '原因' }, required: true, personal: false }],
  });
  const handle = (more: object): Deed => ['worker', 'handle', { result: 'solved', photos: 0, ...more }];

  it('the closing form is asked for and kept', () => {
    expect(refusalOfLast([...inHand, handle({})], closing)).toBe('form-incomplete');
    const { fold } = play([...inHand, handle({ form: { cause: '堆物' }, words: '已清' })], closing);
    expect(fold).toMatchObject({ closingForm: { cause: '堆物' }, answer: '已清', stage: null });
    expect(refusalOfLast([...inHand, ['desk', 'advance', { stage: 'x', outcome: 'y', photos: 0 }]])).toBe(
      'wrong-state',
    );
  });

  it('a day named at dispatch ends the handling clock, and holds when it is returned', () => {
    const sent: Deed[] = [
      report,
      ['desk', 'accept', {}],
      ['desk', 'dispatch', { target: { kind: 'unit', unitId: 'property' }, handleBy: '2026-03-11' }],
    ];
    expect(play(sent).fold.clocks.handle?.dueAt).toEqual(on('03-11 17:30'));
    const back: Deed[] = [...sent, ['worker', 'return', { reason: '不归我们', rightUnit: 'water' }]];
    const again: Deed = ['desk', 'dispatch', { target: { kind: 'unit', unitId: 'water' } }];
    expect(play([...back, again]).fold.clocks.handle?.dueAt).toEqual(on('03-11 17:30'));
    const past: Deed = ['desk', 'dispatch', { target: { kind: 'unit', unitId: 'water' }, handleBy: '2026-03-01' }];
    expect(refusalOfLast([...back, past])).toBe('day-past');
    const { handle: _none, ...deadlines } = caseType().deadlines;
    const reworked = play(
      [...sent, ['worker', 'take', {}], handle({}), ['checker', 'check-fail', { reason: '没好', photos: 0 }]],
      caseType({ deadlines }),
    );
    expect(reworked.fold.clocks.handle?.stoppedAt).toBeNull();
  });

  it('parts have the day they were given', () => {
    const parts = [
      { unitId: 'property', lead: true, dueDay: '2026-03-05' },
      { unitId: 'fire', lead: false, words: '查消防', dueDay: '2026-03-04' },
    ];
    const { fold } = play([...inHand, ['desk', 'split', { parts }]]);
    expect(fold.parts.map(({ dueAt }) => dueAt)).toEqual([null, on('03-04 17:30')]);
    const late = play([
      ...inHand,
      ['desk', 'split', { parts }],
      ['fireman', 'finish-part', { unitId: 'fire', photos: 0 }, '03-04 17:30'],
    ]);
    expect(late.fold.parts[1]).toMatchObject({ answer: 'done', ranOutAt: on('03-04 17:30') });
  });

  it('children and answered callers are remembered', () => {
    const { fold } = play([
      ...dispatched,
      ['supervisor', 'open-child', { childId: 'c1', typeCode: 'duty', words: '整改', handleBy: '2026-03-20' }],
      ['desk', 'answer', { callerId: 'p1', channel: 'phone', words: '已告知' }],
    ]);
    expect(fold).toMatchObject({ state: 'dispatched', childIds: ['c1'], answeredIds: ['p1'] });
  });
});

describe('left out of figures', () => {
  const ask: Deed = ['desk', 'ask-exclusion', { ground: 'duplicate', reason: '重复来电' }];
  const done: readonly Deed[] = [...handled, ['checker', 'check-pass', { photos: 0 }]];

  it('by two people, also after closing, once', () => {
    const { fold } = play([...done, ask, ['chief', 'grant', {}]]);
    expect(fold).toMatchObject({ state: 'closed', excluded: 'duplicate', pending: null });
    expect(refusalOfLast([...done, ask, ['chief', 'grant', {}], ask])).toBe('already-excluded');
    expect(
      refusalOfLast([
        ...done,
        ['chief', 'ask-exclusion', { ground: 'outside', reason: '外地' }],
        ['chief', 'grant', {}],
      ]),
    ).toBe('second-person-needed');
    expect(play([...done, ask, ['chief', 'refuse', { reason: '不重复' }]]).fold.excluded).toBeNull();
  });

  it('waits while the case goes on', () => {
    expect(play([...inHand, ask, ['worker', 'handle', { result: 'solved', photos: 0 }]]).fold.pending).toMatchObject({
      kind: 'exclusion',
      ground: 'duplicate',
    });
    expect(refusalOfLast([...done, ['chief', 'grant', {}]])).toBe('nothing-pending');
  });
});

describe('sealed', () => {
  const type = caseType({
    visibility: 'sealed',
    about: 'accused',
    form: [{ key: 'accused', kind: 'unit', label: { zh: '被反映单位' }, required: true, personal: false }],
  });
  const around = { form: { accused: 'property' } };

  it('whom it is about gets no hand in it', () => {
    const code = (before: readonly Deed[], deed: Deed) => {
      const { fold, at } = play(before, type);
      const outcome = attempt(fold, deed, at, type, around);
      return outcome.ok ? null : outcome.code;
    };
    const accepted: Deed[] = [report, ['desk', 'accept', {}]];
    const to = (unitId: string): Deed => ['desk', 'dispatch', { target: { kind: 'unit', unitId } }];
    expect(code(accepted, to('property'))).toBe('about-cannot-handle');
    expect(code(accepted, to('water'))).toBeNull();
    const force = [
      { unitId: 'water', lead: true },
      { unitId: 'property', lead: false },
    ];
    expect(code(inHand, ['desk', 'split', { parts: force }])).toBe('about-cannot-handle');
    expect(
      code(inHand, ['desk', 'open-child', { childId: 'c', typeCode: 'duty', unitId: 'property', words: '查' }]),
    ).toBe('about-cannot-handle');
    const pooled: Deed[] = [...accepted, ['desk', 'dispatch', { target: { kind: 'pool' } }]];
    expect(code(pooled, ['colleague', 'take', {}])).toBe('about-cannot-handle');
    expect(code(pooled, ['freelancer', 'take', {}])).toBeNull();
  });
});

it('histories from before stages fold as they did', () => {
  const at = (hour: number) => on(`03-02 ${String(hour).padStart(2, '0')}:00`);
  const old = (kind: string, data: object, hour: number, actorId: string) =>
    // As stored before stages, parts with days and closing forms existed.
    ({ kind, data, at: at(hour), actorId, actorUnitId: null }) as unknown as CaseAction;
  const fold = foldCase([
    old('report', { photos: 0 }, 8, 'resident'),
    old('accept', {}, 9, 'desk'),
    old('dispatch', { target: { kind: 'unit', unitId: 'property' } }, 10, 'desk'),
    old('take', {}, 11, 'worker'),
    old(
      'split',
      {
        parts: [
          { unitId: 'property', lead: true },
          { unitId: 'fire', lead: false },
        ],
      },
      12,
      'desk',
    ),
    old('finish-part', { unitId: 'fire', photos: 0 }, 13, 'fireman'),
    old('handle', { result: 'solved', photos: 1, words: '好了', sampled: false }, 14, 'worker'),
  ]);
  expect(fold).toMatchObject({
    state: 'closed',
    stage: null,
    outcome: null,
    answer: '好了',
    excluded: null,
    handlerIds: ['worker', 'fireman'],
  });
  expect(fold.parts.map(({ unitId, answer, dueAt }) => [unitId, answer, dueAt])).toEqual([
    ['property', null, null],
    ['fire', 'done', null],
  ]);
});
