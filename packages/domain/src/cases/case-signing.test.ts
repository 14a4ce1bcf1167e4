import { describe, expect, it } from 'vitest';
import { dispatched, play } from './case-play.fixture.ts';
import { partiesOf } from './case-signing.ts';

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
