import { describe, expect, it } from 'vitest';
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
    if (!report) throw new Error('a case begins with a report');
    const byKind = (reporterKind: string) =>
      play([[report[0], report[1], { ...report[2], reporterKind }] as unknown as typeof report, ...rest]).fold;
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
