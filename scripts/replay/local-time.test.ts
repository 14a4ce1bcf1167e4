import { describe, expect, it } from 'vitest';
import { createLocalTime } from './local-time.ts';

describe('local time of New York', () => {
  const instantOf = createLocalTime('America/New_York');
  it.each([
    ['2014-01-01T08:53:10', '2014-01-01T13:53:10.000Z'],
    ['2014-07-01T08:53:10', '2014-07-01T12:53:10.000Z'],
    ['2014-03-09T01:59:59', '2014-03-09T06:59:59.000Z'],
    ['2014-03-09T03:00:00', '2014-03-09T07:00:00.000Z'],
    // Skipped in spring: the clock had gone on.
    ['2014-03-09T02:30:00', '2014-03-09T07:30:00.000Z'],
    // Twice in autumn: the first.
    ['2014-11-02T01:30:00', '2014-11-02T05:30:00.000Z'],
    ['2014-11-02T00:59:59', '2014-11-02T04:59:59.000Z'],
    ['2014-11-02T02:00:00', '2014-11-02T07:00:00.000Z'],
    ['2019-02-13T20:33:54', '2019-02-14T01:33:54.000Z'],
  ])('%s is %s', (local, instant) => {
    expect(instantOf(local)?.toISOString()).toBe(instant);
  });
  it.each(['', '2014-02-30T00:00:00', '2014-01-01', '2014-01-01T25:00:00', '01/02/2014 10:00', '2014-01-01T08:53:10Z'])(
    '%j is none',
    (local) => {
      expect(instantOf(local)).toBeNull();
    },
  );
});
