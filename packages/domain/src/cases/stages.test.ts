import { describe, expect, it } from 'vitest';
import { type Deed, inHand, on, play, refusalOfLast } from './case-play.fixture.ts';
import { nextDue } from './clocks.ts';
import { approval, deciding, fire, form, grant, waiting, water } from './stage-play.fixture.ts';

describe('stages', () => {
  it('begin when the case is taken and keep what was written', () => {
    expect(play(inHand, approval()).fold).toMatchObject({ stage: 'apply', stageEnteredAt: on('03-02 12:00') });
    const { fold } = play(waiting, approval());
    expect(fold).toMatchObject({
      state: 'in-hand',
      stage: 'window',
      outcome: 'granted',
      answer: '同意复工',
      publishedAt: fold.stageEnteredAt,
      stageBy: { apply: ['worker'], decide: ['desk'] },
      stageForms: { apply: form },
      handlerId: 'worker',
      handlerIds: ['worker', 'plumber', 'fireman', 'desk'],
    });
    expect(fold.parts.map(({ words, answer, answerWords }) => [words, answer, answerWords])).toEqual([
      ['核查管线', 'agree', '同意'],
      [null, 'done', null],
    ]);
  });

  it('each entry starts its clock, from an earlier day where it says so', () => {
    expect(play(inHand, approval()).fold.clocks.stage).toMatchObject({ dueAt: on('03-04 17:30'), stoppedAt: null });
    // Five days from Friday the 6th end on Wednesday the 11th at midnight.
    expect(play(deciding, approval()).fold.clocks.stage).toMatchObject({ dueAt: on('03-12 00:00'), missed: 0 });
  });

  it('parts in order begin one after the other', () => {
    const begun = play(deciding, approval());
    expect(begun.fold.parts.map((part) => part.dueAt)).toEqual([on('03-03 09:00'), null]);
    expect(refusalOfLast([...deciding, fire], approval())).toBe('part-not-yet');
    const { fold } = play([...deciding, water], approval());
    expect(fold.parts[1]).toMatchObject({ dueAt: on('03-09 17:30'), finishedAt: null });
    expect(nextDue({ clocks: {}, parts: fold.parts })).toEqual({
      clock: 'stage',
      dueAt: on('03-09 17:30'),
      unitId: 'fire',
    });
  });

  it('a part run out is recorded with its unit, once', () => {
    const out: Deed = ['system', 'overdue', { clock: 'stage', unitId: 'water' }, '03-03 09:00'];
    expect(
      refusalOfLast(
        [...deciding, ['system', 'overdue', { clock: 'stage', unitId: 'fire' }, '03-03 09:00']],
        approval(),
      ),
    ).toBe('clock-not-out');
    expect(
      refusalOfLast([...deciding, out, ['system', 'overdue', { clock: 'stage', unitId: 'water' }]], approval()),
    ).toBe('clock-not-out');
    const { fold } = play([...deciding, out], approval());
    expect(fold.parts[0]?.ranOutAt).toEqual(on('03-03 09:00'));
    expect(fold.clocks.stage?.ranOutAt).toBeNull();
  });

  it('an advance to handled is the handling: result, clocks, checking', () => {
    const silent: Deed = ['system', 'advance', { stage: 'window', outcome: 'silent', photos: 0 }, '03-05 00:00'];
    const { fold } = play([...waiting, silent], approval());
    expect(fold).toMatchObject({
      state: 'handled',
      stage: null,
      lastStage: 'window',
      result: 'explained',
      handledAt: on('03-05 00:00'),
    });
    expect(fold.clocks.handle?.stoppedAt).toEqual(on('03-05 00:00'));
    expect(fold.clocks['first-contact']?.stoppedAt).toEqual(on('03-05 00:00'));
    expect(fold.clocks.check?.stoppedAt).toBeNull();
    // Nobody was late: the window is nobody's duty.
    expect(fold.clocks.stage).toMatchObject({ window: true, ranOutAt: null });
    const none = approval({ checking: { mode: 'none', samplePercent: 100 } });
    expect(play([...waiting, silent], none).fold.state).toBe('closed');
  });

  it('a failed check goes back to the last stage, a reopening to the first', () => {
    const refused: Deed[] = [
      ...deciding,
      water,
      fire,
      ['desk', 'advance', { stage: 'decide', outcome: 'refused', words: '不符合条件', photos: 0 }],
    ];
    expect(play(refused, approval()).fold).toMatchObject({
      state: 'handled',
      result: 'not-possible',
      answer: '不符合条件',
    });
    const failed = play([...refused, ['checker', 'check-fail', { reason: '理由不足', photos: 0 }]], approval()).fold;
    expect(failed).toMatchObject({ state: 'in-hand', stage: 'decide', reworkCount: 1 });
    expect(failed.clocks.stage?.stoppedAt).toBeNull();
    const again = play(
      [
        ...refused,
        ['checker', 'check-pass', { photos: 0 }],
        ['resident', 'reopen', { reason: '再看看' }],
        ['colleague', 'take', {}],
      ],
      approval(),
    ).fold;
    expect(again).toMatchObject({
      stage: 'apply',
      stageBy: {},
      stageForms: {},
      outcome: null,
      answer: null,
      absences: {},
    });
    expect(again.parts.map(({ unitId, finishedAt }) => [unitId, finishedAt])).toEqual([
      ['water', null],
      ['fire', null],
    ]);
  });

  it('a unit absent or late too often makes the case supervised', () => {
    const type = approval();
    const came = (status: 'absent' | 'late' | 'excused') => [
      { unitId: 'water', status },
      { unitId: 'fire', status: 'present' as const },
    ];
    const meet = (status: 'absent' | 'late' | 'excused'): Deed => [
      'desk',
      'advance',
      { ...grant[2], stage: 'decide', outcome: 'granted', photos: 0, attendance: came(status) },
    ];
    const back: Deed = ['resident', 'advance', { stage: 'window', outcome: 'objects', photos: 0 }];
    const once: Deed[] = [...deciding, water, fire, meet('absent'), back, water, fire];
    expect(play(once, type).fold).toMatchObject({ supervised: false, absences: { water: 1 } });
    expect(play([...once, meet('excused')], type).fold.supervised).toBe(false);
    expect(play([...once, meet('late')], type).fold).toMatchObject({ supervised: true, absences: { water: 2 } });
  });
});
