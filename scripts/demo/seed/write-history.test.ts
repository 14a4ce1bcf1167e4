import { caseJournalKinds, dayOf, startOfDay } from '@linli/domain';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { insertAreas } from '../../../apps/server/src/modules/places/index.ts';
import { seedDemo } from './seed-demo.ts';
import { afternoon, openSeedBench, type SeedBench } from './seeded.fixture.ts';
import { loadWorld } from './world.ts';
import { type History, writeHistory } from './write-history.ts';

let bench: SeedBench;
beforeEach(async () => {
  bench = await openSeedBench();
});
afterEach(() => bench.close());

const count = (table: 'area' | 'cases' | 'account' | 'journal') =>
  bench.database.asSystem(async (db) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db);
    return rows[0]?.n ?? 0;
  });

function actionsToday({ cases }: History, now: Date): Map<string, number> {
  const today = startOfDay(dayOf(now));
  const counts = new Map<string, number>();
  for (const { action } of cases.flatMap((play) => play.steps)) {
    if (action.at >= today) counts.set(action.kind, (counts.get(action.kind) ?? 0) + 1);
  }
  return counts;
}

const silent = (history: History) =>
  history.cases.map(({ report, fold, steps }) => [report.id, report.title, fold.state, steps.length, fold.lastAt]);

test('a run cut off after the structure is completed by the next, with the same history whenever it is told', async () => {
  const broken = { ...bench.deps, files: { put: () => Promise.reject(new Error('the disk is full')) } };
  await expect(seedDemo(broken)).rejects.toThrow('the disk is full');
  expect(await count('area')).toBe(314);
  expect(await count('cases')).toBe(0);
  await seedDemo(bench.deps);
  expect(await count('area')).toBe(314);
  const stored = await bench.database.asSystem(
    async (db) =>
      (await sql<{ id: string; state: string }>`select id, state from cases order by number`.execute(db)).rows,
  );
  const worldAt = (now: Date) => bench.database.asSystem((db) => loadWorld(db, now));
  const again = writeHistory(await worldAt(afternoon), 310115005);
  expect(again.cases.map(({ report, fold }) => ({ id: report.id, state: fold.state }))).toEqual(stored);
  expect(silent(writeHistory(await worldAt(afternoon), 4))).not.toEqual(silent(again));

  // Whatever the hour, today has moved through all six steps.
  for (const time of ['00:04', '12:30', '16:45']) {
    const now = new Date(`2026-11-18T${time}:00+08:00`);
    const history = writeHistory(await worldAt(now), 310115005);
    expect(history.refused, time).toEqual([]);
    // Whoever decides on a procedure as its lead did not prepare it, and what a sign-in is to have in hand is in that hand.
    const { readyMade } = await worldAt(now);
    const prepared = (typeCode: string) =>
      history.cases
        .filter(({ report }) => report.type.definition.code === typeCode)
        .flatMap(({ fold }) => fold.handlerIds);
    expect(prepared('enforcement'), time).not.toContain(readyMade.get('04-unit-lead'));
    expect(prepared('renovation'), time).toContain(readyMade.get('03-unit-handler'));
    const today = actionsToday(history, now);
    expect(today.get('report'), time).toBeGreaterThanOrEqual(24);
    expect(today.get('report'), time).toBeLessThanOrEqual(60);
    for (const step of ['accept', 'dispatch', 'take', 'handle', 'check-pass', 'rate'])
      expect(today.get(step) ?? 0, `${step} at ${time}`).toBeGreaterThan(0);
    expect(
      history.cases.every(
        (play) => play.fold.lastAt <= now && play.steps.every(({ action }) => action.kind in caseJournalKinds),
      ),
    ).toBe(true);
  }

  // A year without a holiday table: cases that need it are left out and said, the rest stand.
  const late = await worldAt(new Date('2026-12-24T10:00:00+08:00'));
  const holidays = { ...late.catalogue.holidays, years: [2025, 2026] };
  const yearEnd = writeHistory({ ...late, catalogue: { ...late.catalogue, holidays } }, 310115005);
  expect(yearEnd.refused.length).toBeGreaterThan(0);
  const yearUnknown = /calendar-year-missing|day-out-of-reach/;
  expect(yearEnd.refused.filter((why) => !yearUnknown.test(why))).toEqual([]);
  expect(yearEnd.cases.length).toBeGreaterThan(2000);
}, 120_000);

test('a database with areas of its own is left alone', async () => {
  const id = '0192f0c1-2345-7abc-8def-0123456789ab';
  const area = {
    id,
    siteId: id,
    parentId: null,
    parentPath: null,
    code: '310115999',
    name: '别处街道',
    level: 1,
    kind: 'street',
    population: 0,
    geometry: null,
  };
  await bench.database.asSystem((db) =>
    insertAreas(db, [{ ...area, validFrom: '2026-01-01', reason: '导入', changedBy: null }], afternoon),
  );
  await seedDemo(bench.deps);
  expect([await count('area'), await count('account'), await count('cases'), await count('journal')]).toEqual([
    1, 0, 0, 0,
  ]);
});
