import { describe, expect, it } from 'vitest';
import { runFaults } from './run-faults.ts';

describe('kill -9 under load', () => {
  it('of a web process, the database and a worker loses, doubles and halves nothing; deadlines fire once', async () => {
    const run = await runFaults({
      seconds: 8,
      perSecond: 40,
      everyMs: 2000,
      patienceMs: 20_000,
      catchUpMs: 20_000,
      say: console.log,
    });
    expect(run.kills).toEqual({ web: 1, worker: 1, database: 1 });
    expect(run.driven.acknowledged.length).toBeGreaterThan(100);
    expect(run.driven.open).toEqual([]);
    // Besides success only "come back later" and lines cut off: never a 500, never a refusal.
    expect(Object.keys(run.driven.statuses).filter((status) => !['0', '200', '503'].includes(status))).toEqual([]);
    expect(run).toMatchObject({ quiet: true, deaths: 0 });
    expect(run.findings).toMatchObject({
      lost: 0,
      doubled: 0,
      halfWritten: 0,
      missedDeadlines: 0,
      wrongFigures: 0,
      sealsFit: true,
    });
    expect(run.findings.cases).toBe(run.driven.acknowledged.length);
    expect(run.exitCodes).toEqual([0, 0, 0, 0]);
  }, 120_000);
});
