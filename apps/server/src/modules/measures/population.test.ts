import { getArea, importPlaceList, listIndicators, setPopulation } from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';

let test: TestApp;
let admin: Caller;
let chief: Caller;

beforeAll(async () => {
  test = await createTestApp();
  admin = await test.staff('system-admin', 'street');
  chief = await test.staff('duty-chief', 'street');
}, 60_000);
afterAll(() => test.close());

const rows = async () =>
  (await chief.call(listIndicators, { by: 'area', from: '2026-03-01', until: '2026-03-16' })).rows;

it('shows of how many people a figure is, says who, of which year', async () => {
  const areaId = test.street.area.homes.id;
  expect((await rows()).find(({ id }) => id === areaId)?.population).toEqual({ people: 500, source: null, year: null });
  await admin.call(setPopulation, { areaId, population: 12_000, source: '第七次人口普查', year: 2020 });
  const after = (await rows()).find(({ id }) => id === areaId);
  expect(after?.population).toEqual({ people: 12_000, source: '第七次人口普查', year: 2020 });
  expect(after?.ratios['complaints-per-thousand']?.denominator).toBe(12);
  expect((await chief.ask(setPopulation, { areaId, population: 1, source: '猜的', year: 2020 })).status).toBe(403);
  const { rows: told } = await test.app.database.asSystem((db) =>
    sql`select data from journal where kind = 'area.counted' and noun_id = ${areaId}`.execute(db),
  );
  expect(told).toEqual([{ data: { population: 12_000, year: 2020 } }]);
});

it('takes source and year from a list, and names a year that is none', async () => {
  const header = 'code,name,parent_code,level,kind,population,population_source,population_year';
  const take = (line: string, dryRun: boolean) =>
    admin.call(importPlaceList, { csv: `${header}\n${line}`, validFrom: '2026-04-01', dryRun });
  const wrong = await take('shops,商务网格,street,2,,800,年报,去年', true);
  expect(wrong.problems.map(({ code }) => code)).toEqual(['population-year-bad']);
  expect(await take('shops,商务网格,street,2,,800,年报,2025', false)).toMatchObject({ changed: 1, problems: [] });
  const { area } = await admin.call(getArea, { areaId: test.street.area.shops.id });
  expect(area).toMatchObject({ population: 800, populationSource: '年报', populationYear: 2025 });
});
