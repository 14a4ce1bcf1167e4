import { describe, expect, it } from 'vitest';
import { attempt, type Deed, inHand, on, play, refusalOfLast } from './case-play.fixture.ts';
import { apply, approval, deciding, fire, form, grant, row, waiting, water, way } from './stage-play.fixture.ts';
import { timeoutAt } from './stage-rules.ts';

describe('stages refuse', () => {
  it.each<[string, string | null, readonly Deed[]]>([
    [
      'handling past the stages',
      'stages-unfinished',
      [...inHand, ['worker', 'handle', { result: 'solved', photos: 0 }]],
    ],
    [
      'on the spot',
      'self-handle-off',
      [
        ['gridWorker', 'report', { photos: 0 }],
        ['gridWorker', 'handle', { result: 'solved', photos: 0 }],
      ],
    ],
    [
      'who is not named',
      'not-entitled',
      [...inHand, ['supervisor', 'advance', { ...apply[2], stage: 'apply', outcome: 'complete', photos: 1 }]],
    ],
    ['another stage than it stands at', 'stage-changed', [...deciding, apply]],
    [
      'a way that is none',
      'outcome-unknown',
      [...inHand, ['worker', 'advance', { stage: 'apply', outcome: 'granted', form, photos: 1 }]],
    ],
    [
      'a form without what it needs',
      'form-incomplete',
      [...inHand, ['worker', 'advance', { stage: 'apply', outcome: 'complete', photos: 1 }]],
    ],
    [
      'without its scan',
      'evidence-missing',
      [...inHand, ['worker', 'advance', { stage: 'apply', outcome: 'complete', form, photos: 0 }]],
    ],
    ['before anybody was asked', 'parts-missing', [...inHand, apply, grant]],
    ['before everybody has answered', 'parts-unfinished', [...deciding, water, grant]],
    [
      'a refusal without its reason',
      'words-needed',
      [...deciding, water, fire, ['desk', 'advance', { stage: 'decide', outcome: 'refused', photos: 0 }]],
    ],
    [
      'an attendance of strangers',
      'attendance-invalid',
      [
        ...deciding,
        water,
        fire,
        [
          'desk',
          'advance',
          { stage: 'decide', outcome: 'granted', photos: 0, attendance: [{ unitId: 'police', status: 'present' }] },
        ],
      ],
    ],
    [
      'a window before it is over',
      'clock-not-out',
      [...waiting, ['system', 'advance', { stage: 'window', outcome: 'silent', photos: 0 }, '03-04 23:59']],
    ],
    [
      'another way by the system',
      'not-entitled',
      [...waiting, ['system', 'advance', { stage: 'window', outcome: 'objects', photos: 0 }, '03-05 00:00']],
    ],
    ['a window as missed', 'clock-not-out', [...waiting, ['system', 'overdue', { clock: 'stage' }, '03-05 00:00']]],
    [
      'an answer of a unit not asked',
      'part-unknown',
      [...deciding, ['worker', 'finish-part', { unitId: 'property', photos: 0 }]],
    ],
    [
      'a day that has passed',
      'day-past',
      [...inHand, ['desk', 'split', { parts: [{ unitId: 'water', lead: false, dueDay: '2026-03-01' }] }]],
    ],
    ['one unit alone is enough', null, [...inHand, ['desk', 'split', { parts: [{ unitId: 'water', lead: false }] }]]],
    [
      'the reporter objects',
      null,
      [...waiting, ['resident', 'advance', { stage: 'window', outcome: 'objects', photos: 0 }]],
    ],
  ])('%s → %s', (_name, code, deeds) => {
    expect(refusalOfLast(deeds, approval())).toBe(code);
  });

  it('a second person where the stage wants one, and who advanced never checks', () => {
    const type = approval({ checking: { mode: 'reporter', samplePercent: 100 } });
    const decided = (who: string): Deed[] => [
      ...deciding,
      water,
      fire,
      [who, 'advance', { stage: 'decide', outcome: 'granted', photos: 0 }],
    ];
    const silent = (who: string): Deed => [who, 'advance', { stage: 'window', outcome: 'silent', photos: 0 }];
    expect(refusalOfLast([...decided('gridWorker'), silent('gridWorker')], type)).toBe('second-person-needed');
    expect(refusalOfLast([...decided('gridWorker'), silent('checker')], type)).toBeNull();
    expect(refusalOfLast([...waiting, silent('resident'), ['resident', 'check-pass', { photos: 0 }]], type)).toBe(
      'handler-cannot-check',
    );
    expect(refusalOfLast([...waiting, silent('checker'), ['resident', 'check-pass', { photos: 0 }]], type)).toBeNull();
  });

  it('names what is wrong with the form', () => {
    const { fold, at } = play(inHand, approval());
    const outcome = attempt(
      fold,
      ['worker', 'advance', { stage: 'apply', outcome: 'complete', form: { signed: '6 March', more: 1 }, photos: 1 }],
      at,
      approval(),
    );
    expect(outcome).toMatchObject({
      code: 'form-incomplete',
      problems: [
        { key: 'more', code: 'unknown' },
        { key: 'signed', code: 'wrong-format' },
      ],
    });
  });

  it('tells the system when a window is over, and only then', () => {
    const { fold } = play(waiting, approval());
    expect(timeoutAt(fold, on('03-04 23:59'), approval())).toBeNull();
    expect(timeoutAt(fold, on('03-05 00:00'), approval())).toEqual({ stage: 'window', outcome: 'silent' });
    expect(timeoutAt(play(deciding, approval()).fold, on('05-05 00:00'), approval())).toBeNull();
  });

  it('asks for closed children and answered callers', () => {
    const type = approval({
      stages: [row('only', { outcomes: [way('done', 'handled', { childrenClosed: true })] })],
      answerAll: true,
    });
    const { fold, at } = play(inHand, type);
    const done: Deed = ['worker', 'advance', { stage: 'only', outcome: 'done', photos: 0 }];
    const code = (around: object) => {
      const outcome = attempt(fold, done, at, type, around);
      return outcome.ok ? null : outcome.code;
    };
    expect([code({ openChildren: 1 }), code({ openCallers: 2 }), code({ openChildren: 0, openCallers: 0 })]).toEqual([
      'children-open',
      'callers-unanswered',
      null,
    ]);
  });

  it('asks for the child case a step opens', () => {
    const ways = [way('cleared', 'handled', { childrenClosed: true })];
    const type = approval({ stages: [row('only', { outcomes: ways, opens: { typeCode: 'clearing' } })] });
    const { fold, at } = play(inHand, type);
    const done: Deed = ['worker', 'advance', { stage: 'only', outcome: 'cleared', photos: 0 }];
    const codeAfter = (childIds: string[]) => {
      const outcome = attempt({ ...fold, childIds }, done, at, type, { openChildren: 0 });
      return outcome.ok ? null : outcome.code;
    };
    expect([codeAfter([]), codeAfter(['clearing'])]).toEqual(['child-missing', null]);
  });

  it('a case from elsewhere was walked there', () => {
    const { fold, at } = play(inHand, approval());
    const done: Deed = ['worker', 'handle', { result: 'solved', photos: 0, sampled: false }];
    expect(attempt(fold, done, at, approval(), { imported: true })).toMatchObject({
      ok: true,
      fold: { state: 'handled', stage: null, lastStage: 'apply' },
    });
  });
});
