import { describe, expect, it } from 'vitest';
import {
  caseType,
  closed,
  type Deed,
  dispatched,
  handled,
  inHand,
  play,
  refusalOfLast,
  report,
} from './case-play.fixture.ts';
import type { CaseTypeDefinition } from './case-type.ts';

const solved = { result: 'solved', photos: 0 } as const;
const reason = { reason: '等配件' };

describe('the loop goes round', () => {
  it('from report to rating', () => {
    const { fold } = play([...closed, ['resident', 'rate', { score: 5 }]]);
    expect(fold).toMatchObject({
      state: 'closed',
      round: 1,
      reworkCount: 0,
      handlerIds: ['worker'],
      reporterIds: ['resident'],
      result: 'solved',
      rating: 5,
    });
  });

  it('through rework and a reopening to the last target, whose round begins clean', () => {
    const { fold } = play([
      ...handled,
      ['checker', 'check-fail', { reason: '没清干净', photos: 0 }],
      ['worker', 'handle', solved],
      ['checker', 'check-pass', { photos: 0 }],
      ['resident', 'rate', { score: 1 }],
      ['resident', 'reopen', { reason: '又堆上了' }],
    ]);
    expect(fold).toMatchObject({
      state: 'dispatched',
      round: 2,
      reworkCount: 1,
      rating: null,
      closedAt: null,
      handlerId: null,
      handlerIds: ['worker'],
      target: { kind: 'unit', unitId: 'property' },
    });
  });

  it('handled on the spot goes back to the desk when reopened', () => {
    const { fold } = play([
      ['gridWorker', 'report', { photos: 0 }],
      ['gridWorker', 'handle', solved],
      ['checker', 'check-pass', { photos: 0 }],
      ['gridWorker', 'reopen', { reason: '没解决' }],
    ]);
    expect(fold).toMatchObject({ state: 'accepted', round: 2, handledOnTheSpot: false, handlerIds: ['gridWorker'] });
  });

  it('a pool is open to be taken', () => {
    const { fold } = play([
      report,
      ['desk', 'accept', {}],
      ['system', 'dispatch', { target: { kind: 'pool', ruleKey: 'repairs' } }],
      ['freelancer', 'take', {}],
    ]);
    expect(fold).toMatchObject({ state: 'in-hand', handlerId: 'freelancer', target: { ruleKey: 'repairs' } });
  });

  it('a merged case names its parent and ends', () => {
    const { fold } = play([report, ['desk', 'merge', { parentId: 'parent' }]]);
    expect(fold).toMatchObject({ state: 'merged', mergedInto: 'parent' });
  });

  it('a task force closes when its parts are done', () => {
    const parts = [
      { unitId: 'property', lead: true },
      { unitId: 'fire', lead: false },
    ];
    const deeds: Deed[] = [...inHand, ['desk', 'split', { parts }]];
    expect(refusalOfLast([...deeds, ['worker', 'handle', solved]])).toBe('parts-unfinished');
    expect(refusalOfLast([...deeds, ['worker', 'finish-part', { unitId: 'fire', photos: 0 }]])).toBe('part-unknown');
    deeds.push(['fireman', 'finish-part', { unitId: 'fire', photos: 0 }]);
    expect(refusalOfLast([...deeds, ['fireman', 'finish-part', { unitId: 'fire', photos: 0 }]])).toBe('part-unknown');
    expect(refusalOfLast([...deeds, ['fireman', 'handle', solved]])).toBe('not-the-lead');
    expect(play([...deeds, ['worker', 'handle', solved]]).fold.handlerIds).toEqual(['worker', 'fireman']);
  });

  it('joining, urging and supervising leave the state alone', () => {
    const { fold } = play([
      ...dispatched,
      ['neighbour', 'join', {}],
      ['desk', 'join', { reporterId: 'caller' }],
      ['resident', 'urge', {}],
      ['resident', 'urge', {}],
      ['supervisor', 'supervise', {}],
      ['worker', 'contact', { reached: false, channel: 'phone', words: '未接' }],
      ['worker', 'contact', { reached: true, channel: 'phone' }],
    ]);
    expect(fold).toMatchObject({
      state: 'dispatched',
      urgedCount: 2,
      supervised: true,
      reporterIds: ['resident', 'neighbour', 'caller'],
    });
    expect(fold.contactedAt).not.toBeNull();
  });

  it('a request to wait dies with the work, one to void does not', () => {
    expect(
      play([...inHand, ['worker', 'ask-extension', reason], ['worker', 'handle', solved]]).fold.pending,
    ).toBeNull();
    expect(play([...inHand, ['desk', 'ask-void', reason], ['worker', 'handle', solved]]).fold.pending?.kind).toBe(
      'void',
    );
    expect(
      play([...handled, ['desk', 'ask-void', reason], ['checker', 'check-pass', { photos: 0 }]]).fold.pending,
    ).toBeNull();
  });
});

describe('checking modes', () => {
  const checking = (mode: CaseTypeDefinition['checking']['mode']) =>
    caseType({ checking: { mode, samplePercent: 20 } });
  const state = (mode: CaseTypeDefinition['checking']['mode'], sampled?: boolean) =>
    play([...inHand, ['worker', 'handle', sampled === undefined ? solved : { ...solved, sampled }]], checking(mode))
      .fold.state;

  it.each([
    ['all', false, 'handled'],
    ['reporter', false, 'handled'],
    ['none', true, 'closed'],
    ['sample', true, 'handled'],
    ['sample', false, 'closed'],
    ['sample', undefined, 'handled'],
  ] as const)('%s, drawn %s → %s', (mode, sampled, expected) => {
    expect(state(mode, sampled)).toBe(expected);
  });

  it('the reporter confirms only where the type says so', () => {
    const confirm: Deed = ['resident', 'check-pass', { photos: 0 }];
    expect(refusalOfLast([...handled, confirm], checking('all'))).toBe('not-entitled');
    expect(refusalOfLast([...handled, confirm], checking('reporter'))).toBeNull();
  });

  it('a silent reporter leaves it to the system, after the deadline only', () => {
    const early: Deed = ['system', 'check-pass', { photos: 0 }, '03-03 17:29'];
    const late: Deed = ['system', 'check-pass', { photos: 0 }, '03-03 17:30'];
    expect(refusalOfLast([...handled, early], checking('reporter'))).toBe('not-entitled');
    expect(refusalOfLast([...handled, late], checking('reporter'))).toBeNull();
    expect(refusalOfLast([...handled, late], checking('all'))).toBe('not-entitled');
  });
});
