import { describe, expect, it } from 'vitest';
import {
  caseType,
  closed,
  type Deed,
  dispatched,
  handled,
  inHand,
  refusalOfLast,
  report,
  unitTarget,
} from './case-play.fixture.ts';

const rightUnit = { reason: '不归我们管', rightUnit: 'water' };
const solved = { result: 'solved', photos: 0 } as const;
const reason = { reason: '等配件' };

describe('refusals', () => {
  const returned: Deed[] = [
    ...dispatched,
    ['worker', 'return', rightUnit],
    ['desk', 'dispatch', unitTarget],
    ['worker', 'return', rightUnit],
    ['desk', 'dispatch', unitTarget],
  ];
  const extended: Deed[] = [...inHand, ['worker', 'ask-extension', reason], ['chief', 'grant', {}]];

  it.each<[string, string | null, readonly Deed[]]>([
    ['a resident cannot accept', 'not-entitled', [report, ['resident', 'accept', {}]]],
    ['taking twice', 'wrong-state', [...inHand, ['colleague', 'take', {}]]],
    ['a pool member takes nothing sent to a unit', 'not-entitled', [...dispatched, ['freelancer', 'take', {}]]],
    ['a third return', 'returns-used-up', [...returned, ['worker', 'return', rightUnit]]],
    [
      'a return after a ruling',
      'returns-used-up',
      [
        report,
        ['desk', 'accept', {}],
        ['desk', 'dispatch', { ...unitTarget, ruling: true }],
        ['worker', 'return', rightUnit],
      ],
    ],
    ['a return in time', null, [...dispatched, ['worker', 'return', rightUnit, '03-02 14:59']]],
    [
      'a return after the window',
      'return-window-over',
      [...dispatched, ['worker', 'return', rightUnit, '03-02 15:00']],
    ],
    ['the handler checks', 'not-entitled', [...handled, ['worker', 'check-pass', { photos: 0 }]]],
    [
      'who reported and handled checks',
      'handler-cannot-check',
      [
        ['gridWorker', 'report', { photos: 0 }],
        ['gridWorker', 'handle', solved],
        ['gridWorker', 'check-pass', { photos: 0 }],
      ],
    ],
    [
      'who only reported checks',
      null,
      [['gridWorker', 'report', { photos: 0 }], ...handled.slice(1), ['gridWorker', 'check-pass', { photos: 0 }]],
    ],
    ['who found nothing handles on the spot', 'not-entitled', [report, ['worker', 'handle', solved]]],
    [
      'a second request while one waits',
      'request-pending',
      [...inHand, ['worker', 'ask-extension', reason], ['worker', 'ask-suspension', reason]],
    ],
    ['granting nothing', 'nothing-pending', [...inHand, ['chief', 'grant', {}]]],
    ['voiding alone', 'second-person-needed', [report, ['chief', 'ask-void', reason], ['chief', 'grant', {}]]],
    ['voiding by two', null, [report, ['desk', 'ask-void', reason], ['chief', 'grant', {}]]],
    ['a second extension', 'extension-used-up', [...extended, ['worker', 'ask-extension', reason]]],
    [
      'a refused extension may be asked again',
      null,
      [
        ...inHand,
        ['worker', 'ask-extension', reason],
        ['chief', 'refuse', reason],
        ['worker', 'ask-extension', reason],
      ],
    ],
    [
      'an extension longer than the original',
      'extension-too-long',
      [...inHand, ['worker', 'ask-extension', { ...reason, amount: 4 }]],
    ],
    [
      'an extension at the deadline',
      'extension-after-deadline',
      [...inHand, ['worker', 'ask-extension', reason, '03-05 17:30']],
    ],
    ['an extension just before', null, [...inHand, ['worker', 'ask-extension', reason, '03-05 17:29']]],
    ['rating an open case', 'wrong-state', [...handled, ['resident', 'rate', { score: 3 }]]],
    [
      'rating twice',
      'already-rated',
      [...closed, ['resident', 'rate', { score: 3 }], ['resident', 'rate', { score: 1 }]],
    ],
    ['reopening on the last day', null, [...closed, ['resident', 'reopen', reason, '03-17 23:59']]],
    ['reopening after it', 'reopen-window-over', [...closed, ['resident', 'reopen', reason, '03-18 00:00']]],
    [
      'objecting twice',
      'already-objected',
      [
        report,
        ['desk', 'decline', reason],
        ['resident', 'object', reason],
        ['desk', 'decline', reason],
        ['resident', 'object', reason],
      ],
    ],
    ['joining what one reported', 'reporter-already-joined', [report, ['resident', 'join', {}]]],
    ['joining twice', 'reporter-already-joined', [report, ['neighbour', 'join', {}], ['neighbour', 'join', {}]]],
    [
      'ticking what is not on the list',
      'unknown-item',
      [...inHand, ['worker', 'tick', { key: 'nothing', done: true }]],
    ],
    [
      'a dispatch to nobody',
      'target-invalid',
      [report, ['desk', 'accept', {}], ['desk', 'dispatch', { target: { kind: 'unit' } }]],
    ],
    [
      'two leads',
      'parts-invalid',
      [
        ...inHand,
        [
          'desk',
          'split',
          {
            parts: [
              { unitId: 'a', lead: true },
              { unitId: 'b', lead: true },
            ],
          },
        ],
      ],
    ],
    ['the system takes', 'not-entitled', [...dispatched, ['system', 'take', {}]]],
    [
      'missing a deadline not yet over',
      'clock-not-out',
      [...inHand, ['system', 'overdue', { clock: 'handle' }, '03-05 17:29']],
    ],
    ['missing a deadline', null, [...inHand, ['system', 'overdue', { clock: 'handle' }, '03-05 17:30']]],
    [
      'missing it twice',
      'clock-not-out',
      [
        ...inHand,
        ['system', 'overdue', { clock: 'handle' }, '03-05 17:30'],
        ['system', 'overdue', { clock: 'handle' }],
      ],
    ],
    ['reminding of a stopped clock', 'clock-not-running', [...inHand, ['system', 'remind', { clock: 'take' }]]],
  ])('%s → %s', (_name, code, deeds) => {
    expect(refusalOfLast(deeds)).toBe(code);
  });

  it('what the type switches off', () => {
    const spot: Deed[] = [
      ['gridWorker', 'report', { photos: 0 }],
      ['gridWorker', 'handle', solved],
    ];
    expect(refusalOfLast(spot, caseType({ selfHandle: false }))).toBe('self-handle-off');
    const rating = { enabled: false, reopenDays: 0 };
    expect(refusalOfLast([...closed, ['resident', 'rate', { score: 3 }]], caseType({ rating }))).toBe('rating-off');
    expect(refusalOfLast([...closed, ['resident', 'reopen', reason]], caseType({ rating }))).toBe('reopen-window-over');
    const { handle: _none, ...deadlines } = caseType().deadlines;
    expect(refusalOfLast([...inHand, ['worker', 'ask-extension', reason]], caseType({ deadlines }))).toBe(
      'extension-without-deadline',
    );
  });

  it('evidence and checklists are asked for', () => {
    const strict = caseType({
      evidence: { report: 0, handle: 1 },
      checklist: [
        { key: 'cleared', label: { zh: '已清理' }, kind: 'standard', photo: false },
        { key: 'talked', label: { zh: '已告知' }, kind: 'optional', photo: false },
      ],
    });
    const handle = (photos: number, ticked: string[]): Deed => [
      'worker',
      'handle',
      { result: 'solved', photos, ticked },
    ];
    expect(refusalOfLast([...inHand, handle(1, [])], strict)).toBe('checklist-incomplete');
    expect(refusalOfLast([...inHand, handle(1, ['talked'])], strict)).toBe('checklist-incomplete');
    expect(refusalOfLast([...inHand, handle(1, ['cleared', 'flown'])], strict)).toBe('unknown-item');
    expect(refusalOfLast([...inHand, handle(0, ['cleared'])], strict)).toBe('evidence-missing');
    expect(refusalOfLast([...inHand, handle(1, ['cleared'])], strict)).toBeNull();
    const tick: Deed = ['worker', 'tick', { key: 'cleared', done: true }];
    const untick: Deed = ['worker', 'tick', { key: 'cleared', done: false }];
    expect(refusalOfLast([...inHand, tick, handle(1, [])], strict)).toBeNull();
    expect(refusalOfLast([...inHand, tick, untick, handle(1, [])], strict)).toBe('checklist-incomplete');
    expect(refusalOfLast([...inHand, tick, tick, handle(1, [])], strict)).toBeNull();
  });
});
