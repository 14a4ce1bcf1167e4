import * as contract from '@linli/contract';
import {
  type CaseFilter,
  type CaseStep,
  countCases,
  countedKeys,
  getScreen,
  listIndicators,
  type OutputOf,
} from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';
import { countedFigures } from '../cases/index.ts';
import { playBusyDay } from './busy-day.fixture.ts';

type Screen = OutputOf<typeof getScreen>;

let test: TestApp;
let commander: Caller;
let secretary: Caller;
let standing: string;

beforeAll(async () => {
  test = await createTestApp();
  commander = await test.staff('commander', 'street');
  secretary = await test.staff('committee-secretary', 'east');
  standing = await playBusyDay(test);
}, 60_000);
afterAll(() => test.close());

const screenOf = (caller: Caller) => caller.call(getScreen, { mapFigure: 'open' });
async function countsOf(caller: Caller, filters: readonly CaseFilter[]): Promise<number[]> {
  const { counts } = await caller.call(countCases, { filters: [...filters] });
  return counts.map(({ count }) => count);
}

/** Every figure that opens to rows: its name, its value, its rows. */
function figuresOf({ figures, funnel, overdue, ranking }: Screen): [string, number | null, CaseFilter][] {
  return [
    ...figures.flatMap(({ key, value, rows }): [string, number | null, CaseFilter][] =>
      rows ? [[key, value, rows]] : [],
    ),
    ...funnel.map(({ step, today, rows }): [string, number, CaseFilter] => [step, today, rows]),
    ...overdue.map(({ name, count, rows }): [string, number, CaseFilter] => [name, count, rows]),
    ...ranking.map(({ name, onTime, rows }): [string, number, CaseFilter] => [name, onTime.denominator, rows]),
  ];
}

describe('figures of the screen and their rows', () => {
  it('are the same number everywhere, for the street and for one area', async () => {
    for (const caller of [commander, secretary]) {
      const screen = await screenOf(caller);
      expect(screen.ranking.some(({ onTime }) => onTime.denominator > 0)).toBe(true);
      const shown = figuresOf(screen);
      const counted = await countsOf(
        caller,
        shown.map(([, , rows]) => rows),
      );
      expect(shown.map(([name], i) => [name, counted[i]])).toEqual(shown.map(([name, value]) => [name, value]));
    }
  });

  it('say who must act down to the post and the pool', async () => {
    const { overdue } = await screenOf(commander);
    const named = Object.fromEntries(overdue.map(({ name, rows }) => [name, rows]));
    expect(Object.keys(named).sort()).toEqual(
      [
        '东园第1微网格 专职网格员',
        '西园第1微网格 专职网格员',
        '绿化市容所',
        '安居物业',
        '物业公司（待抢单）',
        '核查员',
        '派遣员',
      ].sort(),
    );
    expect(named['物业公司（待抢单）']).toMatchObject({ poolKind: 'property-firm', overdue: true });
    expect(named['东园第1微网格 专职网格员']).toMatchObject({ postId: expect.any(String) });
    expect(overdue.map(({ count }) => count)).toEqual(overdue.map(() => 1));
  });

  it('count a case once for a step, however often it was taken and whatever became of it', async () => {
    const { funnel, figures } = await screenOf(commander);
    const steps = Object.fromEntries(funnel.map(({ step, today }) => [step, today])) as Record<CaseStep, number>; // one line a step
    expect(steps).toMatchObject({ check: 3, rate: 1 });
    // Sent twice, void and reopened cases among them; declined and merged ones were accepted all the same.
    expect(steps.dispatch).toBeGreaterThanOrEqual(5);
    expect(steps.accept).toBeGreaterThan(steps.dispatch);
    const inDay = { stepFrom: '2026-03-25T16:00:00.000Z', stepUntil: '2026-03-26T16:00:00.000Z' };
    expect(funnel[2]?.rows).toEqual({ areaId: test.street.siteId, step: 'dispatch', ...inDay });
    expect(figures.find(({ key }) => key === 'closed')?.value).toBeGreaterThan(0);
  });

  it('leave a case that stands still out of what is overdue, in the figure as in the inbox', async () => {
    const { cases } = await commander.call(contract.listCases, { overdue: true, order: 'due', limit: 100 });
    expect(cases.map(({ id }) => id)).not.toContain(standing);
    expect(await commander.call(contract.getCase, { caseId: standing })).toMatchObject({
      state: 'suspended',
      due: null,
      clocks: expect.arrayContaining([expect.objectContaining({ name: 'handle', ranOutAt: expect.any(String) })]),
    });
    const [overdue, inInbox] = [
      (await screenOf(commander)).figures.find(({ key }) => key === 'overdue')?.value,
      await countsOf(commander, [{ overdue: true }]),
    ];
    expect(inInbox).toEqual([overdue]);
  });
});

type Indicators = OutputOf<typeof listIndicators>;
const days = { from: '2026-03-01', until: '2026-04-30' };
const everything = { order: 'newest' as const, limit: 100 };

/** How often the cases a filter finds are counted in its figure: what the figure itself should be. */
async function markedIn(caller: Caller, rows: CaseFilter): Promise<{ cases: number; times: number }> {
  const { counted, countedFrom = '', countedUntil = '', countedUnitId } = rows;
  const { cases, next } = await caller.call(contract.listCases, { ...rows, ...everything });
  expect(next).toBeNull();
  const ids = cases.map(({ id }) => id);
  const figures = counted === undefined ? [] : [...countedFigures[counted]];
  const found = await test.app.database.asSystem((db) =>
    sql<{ times: number }>`select count(*)::int as times from case_fact, jsonb_each(case_fact.marks) as figure,
      jsonb_each(figure.value) as unit, jsonb_array_elements_text(unit.value) as day
      where case_id = any(${ids}::uuid[]) and figure.key = any(${figures}::text[]) and day between ${countedFrom} and ${countedUntil}
        and (${countedUnitId ?? null}::text is null or unit.key = ${countedUnitId ?? null})`.execute(db),
  );
  return { cases: ids.length, times: found.rows[0]?.times ?? 0 };
}

describe('indicators and their rows', () => {
  const asked = [
    { by: 'area' as const },
    { by: 'unit' as const },
    { by: 'type' as const },
    { by: 'area' as const, parentAreaId: 'east' as const },
    { by: 'unit' as const, parentAreaId: 'east1' as const },
    { by: 'type' as const, parentAreaId: 'east1' as const },
  ];
  it.each(asked)('add up, every figure of every line: %j', async ({ by, parentAreaId }) => {
    const where = parentAreaId === undefined ? {} : { parentAreaId: test.street.area[parentAreaId].id };
    const { rows }: Indicators = await commander.call(listIndicators, { by, ...where, ...days });
    expect(rows.some(({ counts }) => countedKeys.filter((key) => (counts[key] ?? 0) > 0).length > 2)).toBe(true);
    for (const row of rows) {
      for (const counted of countedKeys) {
        const figure = row.counts[counted] ?? 0;
        const found = await markedIn(commander, { ...row.rows, counted });
        expect([row.name, counted, found.times, found.cases > 0]).toEqual([row.name, counted, figure, figure > 0]);
      }
    }
  });

  it('open, each indicator, to what it is a share of', async () => {
    const { indicators: all } = await commander.call(listIndicators, { by: 'type', ...days });
    expect(all.filter(({ of }) => of === null)).toEqual([]);
    expect(Object.fromEntries(all.map(({ key, of }) => [key, of]))).toMatchObject({
      'handling-on-time-rate': 'dueForHandling',
      'complaints-per-thousand': 'complaints',
    });
  });

  it('keep to the days, both included, and to the unit whose deed it was', async () => {
    const [{ id: greeningId }, { id: housingId }] = [test.street.unit.greening, test.street.unit.housing];
    const returned = (countedFrom: string, countedUntil: string, countedUnitId: string) =>
      countsOf(commander, [{ counted: 'returned', countedFrom, countedUntil, countedUnitId }]);
    expect(await returned('2026-03-26', '2026-03-26', greeningId)).toEqual([1]);
    expect(await returned('2026-03-26', '2026-03-26', housingId)).toEqual([0]);
    expect(await returned('2026-03-27', '2026-04-30', greeningId)).toEqual([0]);
    expect(await returned('2026-03-01', '2026-03-25', greeningId)).toEqual([0]);
    expect(await returned('2026-04-30', '2026-03-01', greeningId)).toEqual([0]);
  });

  it('open for the lead of a unit, also what the unit returned', async () => {
    const lead = await test.staff('unit-lead', 'street', 'greening');
    const { rows } = await lead.call(listIndicators, { by: 'unit', ...days });
    expect(rows).toHaveLength(1);
    const [row] = rows;
    for (const counted of ['returned', 'dispatched', 'dueForHandling'] as const) {
      const found = await markedIn(lead, { ...row?.rows, counted });
      expect([counted, found.times]).toEqual([counted, row?.counts[counted]]);
    }
  });
});

describe('a unit’s returned case', () => {
  const returned = (countedUnitId: string) => ({
    counted: 'returned' as const,
    countedFrom: days.from,
    countedUntil: days.until,
    countedUnitId,
  });

  it('is found by whoever reads the unit’s figures, not by its other people nor by other units', async () => {
    const { greening, housing } = test.street.unit;
    const ofGreening = [returned(greening.id)];
    const lead = await test.staff('unit-lead', 'street', 'greening');
    const wrong = await lead.call(contract.listCases, { ...returned(greening.id), ...everything });
    expect(wrong.cases).toHaveLength(1);
    expect(await countsOf(await test.staff('unit-lead', 'street', 'housing'), ofGreening)).toEqual([0]);
    expect(await countsOf(lead, [returned(housing.id)])).toEqual([0]);
    // It lies with the unit again: its handlers find it as their own work.
    expect(await countsOf(await test.staff('unit-handler', 'street', 'greening'), ofGreening)).toEqual([1]);
  });
});

describe('the journal', () => {
  it('carries a verdict on every clock of the case, missed ones by the present run', async () => {
    const { rows } = await test.app.database.asSystem((db) =>
      sql<{
        on_time: object;
      }>`select data->'onTime' as on_time from journal where noun_id = ${standing} order by seq`.execute(db),
    );
    const verdicts = rows.map((row) => row.on_time);
    expect(verdicts[0]).toMatchObject({ accept: null, total: null });
    expect(verdicts[2]).toMatchObject({ accept: true, dispatch: true, handle: null, total: null });
    expect(verdicts.at(-1)).toMatchObject({ accept: true, dispatch: true, handle: false });
  });
});

describe('a filter by figure', () => {
  it.each([
    [{ counted: 'handled' as const }, ['countedFrom', 'countedUntil']],
    [{ countedFrom: '2026-03-26' }, ['counted', 'countedUntil']],
    [{ countedUnitId: '00000000-0000-7000-8000-000000000000' }, ['counted', 'countedFrom', 'countedUntil']],
  ])('refuses %j at the fields that are missing', async (filter, missing) => {
    const refused = await commander.ask(countCases, { filters: [filter] });
    expect(refused).toMatchObject({ status: 400, error: { code: 'input-invalid' } });
    expect(refused.error?.fields?.map(({ path, code }) => [path, code])).toEqual(
      missing.map((path) => [path, 'required']),
    );
  });
});

describe('a filter by step', () => {
  it.each([
    [{ step: 'rate' as const }, ['stepFrom', 'stepUntil']],
    [{ step: 'rate' as const, stepUntil: '2026-03-26T16:00:00.000Z' }, ['stepFrom']],
    [{ stepFrom: '2026-03-26T16:00:00.000Z' }, ['step', 'stepUntil']],
  ])('refuses %j at the fields that are missing', async (filter, missing) => {
    const refused = await commander.ask(countCases, { filters: [filter] });
    expect(refused).toMatchObject({ status: 400, error: { code: 'input-invalid' } });
    expect(refused.error?.fields?.map(({ path, code }) => [path, code])).toEqual(
      missing.map((path) => [path, 'required']),
    );
  });

  it('keeps to its span, the end left out', async () => {
    const at = (await commander.call(contract.listCases, { order: 'changed', limit: 1 })).cases[0]?.changedAt ?? '';
    const later = new Date(Date.parse(at) + 1).toISOString();
    const found = await countsOf(commander, [
      { step: 'rate', stepFrom: at, stepUntil: later },
      { step: 'rate', stepFrom: '2026-03-16T00:00:00.000Z', stepUntil: at },
      { step: 'rate', stepFrom: later, stepUntil: '2026-04-16T00:00:00.000Z' },
    ]);
    expect(found).toEqual([1, 0, 0]);
  });
});
