import { describe, expect, it } from 'vitest';
import { allowedActions } from './allowed-actions.ts';
import { caseType, type Deed, dispatched, inHand, on, play, refusalOfLast } from './case-play.fixture.ts';
import { partiesOf } from './case-signing.ts';
import { CaseStage } from './case-stage.ts';

describe('the parties of a case', () => {
  const { fold } = play(dispatched);
  const parties = (change: Partial<typeof fold>) => partiesOf({ ...fold, ...change });

  it('are who reported and joined, but neither who handles it nor the clerk who wrote it down', () => {
    const reporterIds = ['first', 'joined'];
    expect(parties({ reporterIds })).toEqual(reporterIds);
    expect(parties({ reporterIds, handlerIds: ['first'] })).toEqual(['joined']);
    expect(parties({ reporterIds, staffReporterId: 'first' })).toEqual(['joined']);
  });

  it('know the clerk by the kind of the report', () => {
    const [report, ...rest] = dispatched;
    if (report?.[1] !== 'report') throw new Error('a case begins with a report');
    const [who, kind, data] = report;
    const byKind = (reporterKind: (typeof data)['reporterKind']) =>
      play([[who, kind, { ...data, reporterKind }], ...rest]).fold;
    expect(byKind('resident').staffReporterId).toBeNull();
    expect(byKind('desk').staffReporterId).toBe(byKind('desk').reporterIds[0]);
  });
});

describe('a paper sent back by the check to where it was signed', () => {
  const stage = CaseStage.parse({
    ...{ key: 'sign', name: { zh: '签字' }, by: ['handler'], signing: { document: 'paper', on: ['done'], least: 1 } },
    outcomes: [{ key: 'done', label: { zh: '已签' }, to: 'handled', result: 'solved' }],
  });
  const type = caseType({ stages: [stage], visibility: 'private' });
  const sign = (readAt: string): Deed => [
    'resident',
    'sign',
    { stage: 'sign', writtenAt: on(readAt).toISOString(), agrees: true, photos: 1 },
  ];
  const done: Deed = ['worker', 'advance', { stage: 'sign', outcome: 'done', photos: 0 }];
  const back: readonly Deed[] = [
    ...inHand,
    sign('03-02 12:00'),
    done,
    ['checker', 'check-fail', { reason: '金额写错了', photos: 0 }, '03-02 15:00'],
  ];

  it('is signed anew, each page under the text it showed', () => {
    expect(play(back, type).fold.signatures).toEqual([]);
    expect(refusalOfLast([...back, done], type)).toBe('parties-unsigned');
    expect(refusalOfLast([...back, sign('03-02 12:00')], type)).toBe('stage-changed');
    expect(refusalOfLast([...back, sign('03-02 15:00'), done], type)).toBeNull();
  });
});

describe('who came in by an invitation', () => {
  const stages = [
    CaseStage.parse({
      ...{ key: 'confirm', name: { zh: '确认' }, by: ['reporter', 'handler'] },
      outcomes: [{ key: 'asked', label: { zh: '已申请' }, to: 'handled', result: 'solved' }],
    }),
  ];
  const type = caseType({ stages, visibility: 'private' });
  const joined: readonly Deed[] = [...inHand, ['neighbour', 'join', { invited: true }]];
  const can = (who: string, deeds: readonly Deed[]) => {
    const { fold, at } = play(deeds, type);
    const relations = new Set(['anyone', 'reporter'] as const);
    return allowedActions(fold, { accountId: who, relations }, at, type);
  };

  it('adds, urges and signs, but does not decide what is the reporter’s', () => {
    expect(can('resident', joined)).toContain('advance');
    expect(can('neighbour', joined)).toEqual(['note', 'urge']);
    const done: readonly Deed[] = [
      ...joined,
      ['worker', 'advance', { stage: 'confirm', outcome: 'asked', photos: 0 }],
      ['checker', 'check-pass', { photos: 0 }],
    ];
    expect(can('resident', done)).toEqual(expect.arrayContaining(['rate', 'reopen']));
    expect(can('neighbour', done)).toEqual(['note']);
  });
});
