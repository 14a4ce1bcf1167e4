import { getScreen, listIndicators } from '@linli/contract';
import { type Actor, anonymousActor, type Role, systemActor } from '@linli/domain';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type Database } from '../../platform/db/database.ts';
import { createPool } from '../../platform/db/pool.ts';
import { cursorText, findHorizon, rewindConsumer, runConsumer } from '../../platform/journal/index.ts';
import { cloneDatabase } from '../../test/clone-database.ts';
import { loadDirectory } from '../org/index.ts';
import { loadPlaceIndex } from '../places/index.ts';
import { caseId, grid } from './case-story.fixture.ts';
import { catchUp } from './catch-up.fixture.ts';
import { measuresConsumer } from './consumer.ts';
import { findScreen } from './get-screen.ts';
import { findIndicators } from './list-indicators.ts';
import type { MeasuresDeps } from './scope.ts';
import { buildStreet, now, seedCases } from './small-figures.fixture.ts';

const clock = { now: () => now };
const [unitA, unitB] = grid.units;
const [west, east] = grid.level3;
const [first, second, third] = grid.level4;
let clone: { connectionString: string; drop(): Promise<void> };
let database: Database;
let deps: MeasuresDeps;

const staff = (role: Role, path: string, unitId: string | null = null): Actor => ({
  kind: 'staff',
  accountId: caseId(900),
  name: '',
  scopes: [{ role, path, unitId, postId: null }],
  pools: [],
});
const commander = staff('commander', 'st');
const ask = (actor: Actor, input: Record<string, unknown> = {}) =>
  database.as(actor, (db) => findScreen(db, deps, { actor, input: getScreen.input.parse(input), now }));
const list = (actor: Actor, input: Record<string, unknown>) =>
  database.as(actor, (db) =>
    findIndicators(db, deps, {
      actor,
      input: listIndicators.input.parse({ from: '2026-03-01', until: '2026-03-31', ...input }),
      now,
    }),
  );

beforeAll(async () => {
  clone = await cloneDatabase();
  database = createDatabase(createPool({ connectionString: clone.connectionString }, { max: 3 }, () => undefined));
  await database.asSystem(async (db) => {
    await buildStreet(db);
    await seedCases(db);
  });
  const [places, directory] = await database.asSystem(
    async (db) => [await loadPlaceIndex(db, clock), await loadDirectory(db)] as const,
  );
  const held = <T>(value: T) => ({ get: () => value, refresh: async () => undefined });
  deps = { clock, places: held(places), directory: held(directory) };
  await catchUp(database, clock, measuresConsumer);
});
afterAll(async () => {
  await database?.close();
  await clone?.drop();
});

describe('get-screen', () => {
  it('shows the four figures with yesterday, each opening to its rows', async () => {
    const screen = await ask(commander);
    expect(screen.figures.map(({ key, value, previous }) => [key, value, previous])).toEqual([
      ['reported', 2, 4],
      ['closed', 0, 0],
      ['open', 6, 4],
      ['overdue', 4, 0],
    ]);
    expect(screen.figures[0]?.rows).toEqual({
      excluded: false,
      areaId: grid.site,
      reportedFrom: '2026-03-19T16:00:00.000Z',
      reportedUntil: '2026-03-20T16:00:00.000Z',
    });
    expect(screen.figures[3]?.rows).toMatchObject({ overdue: true });
  });

  it('is what the contract declares and names a position in the feed not after the present one', async () => {
    const screen = await ask(commander);
    expect(getScreen.output.parse(screen)).toEqual(screen);
    expect(screen.cursor).toBe(cursorText(await database.asSystem(findHorizon)));
  });

  it('counts the six steps on the day each was taken', async () => {
    const { funnel } = await ask(commander);
    expect(funnel.map(({ step, today, yesterday }) => [step, today, yesterday])).toEqual([
      ['report', 2, 4],
      ['accept', 0, 4],
      ['dispatch', 0, 4],
      ['handle', 0, 0],
      ['check', 0, 0],
      ['rate', 0, 0],
    ]);
  });

  it('says who must act on what is overdue, how many and since when', async () => {
    const { overdue, attention } = await ask(commander);
    expect(overdue).toEqual([
      {
        name: '乙部门',
        count: 4,
        oldestDueAt: '2026-03-19T09:00:00.000Z',
        unitId: unitB,
        rows: { areaId: grid.site, unitId: unitB, overdue: true, states: ['dispatched', 'in-hand'] },
      },
    ]);
    expect(attention).toEqual({ key: 'overdue', params: { name: '乙部门', count: 4 } });
  });

  it('ranks areas with enough cases, with counts and interval, and lists the others after them', async () => {
    const { ranking } = await ask(commander);
    // 14 handled, 2 of them late, 4 overdue and not handled.
    expect(ranking).toMatchObject([
      { areaId: west, name: '西居民区', ranked: true, onTime: { numerator: 12, denominator: 18 } },
      { areaId: east, ranked: false, onTime: { numerator: 0, denominator: 3, value: 0 } },
    ]);
    expect(ranking[0]?.low).toBeCloseTo(0.4375, 3);
    expect(ranking[0]?.high).toBeCloseTo(0.8372, 3);
  });

  it('has thirty days of trend, nothing over nothing being null', async () => {
    const { trend } = await ask(commander);
    expect(trend).toHaveLength(30);
    expect(trend.at(-1)).toEqual({
      day: '2026-03-20',
      reported: 2,
      closed: 0,
      onTime: { numerator: 0, denominator: 0, value: null },
    });
    expect(trend.find(({ day }) => day === '2026-03-02')).toMatchObject({
      reported: 1,
      closed: 1,
      onTime: { value: 1 },
    });
  });

  it.each([
    ['open', [4, 0, 2]],
    ['overdue', [4, 0, 0]],
    ['reported-today', [0, 0, 2]],
    ['on-time', [12 / 18, null, 0]],
    ['satisfaction', [null, null, null]],
    // 18 and 5 reports of citizens among 500 people.
    ['per-thousand', [36, 0, 10]],
  ])('colours every micro-grid by %s', async (figure, values) => {
    const { map } = await ask(commander, { mapFigure: figure });
    expect(map.figure).toBe(figure);
    expect(map.areas.map(({ areaId, value }) => [areaId, value])).toEqual(
      [first, second, third].map((id, i) => [id, values[i]]),
    );
  });

  it('shows the latest cases by place and kind, a private one only to the middle of its micro-grid', async () => {
    const { latest } = await ask(commander);
    expect(latest.map(({ caseId: id, areaName, lng }) => [id, areaName, lng])).toEqual([
      [caseId(1), '西居民区 西一', 121.5],
      [caseId(2), '西居民区 西一', null],
    ]);
    expect(JSON.stringify(latest)).not.toContain('reporter');
  });

  it('shows a committee its own area as if there were no other', async () => {
    const secretary = staff('committee-secretary', 'st.g1.east');
    const screen = await ask(secretary);
    expect(screen.area).toEqual({ id: east, name: '东居民区' });
    expect(screen.figures.map(({ value }) => value)).toEqual([2, 0, 2, 0]);
    expect(screen.map.areas.map(({ areaId }) => areaId)).toEqual([third]);
    expect(screen.ranking.map(({ areaId }) => areaId)).toEqual([third]);
    expect(screen.overdue).toEqual([]);
    expect(screen.latest).toEqual([]);
    await expect(ask(secretary, { areaId: west })).rejects.toMatchObject({ code: 'not-found' });
    await expect(ask(secretary, { areaId: grid.site })).rejects.toMatchObject({ code: 'not-found' });
    expect((await ask(commander, { areaId: west })).area.name).toBe('西居民区');
  });

  it('refuses who reads measures only by unit, and who reads none', async () => {
    await expect(ask(staff('unit-lead', 'st', unitA))).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(ask(staff('unit-handler', 'st', unitA))).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(ask(anonymousActor)).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

describe('list-indicators', () => {
  it('compares areas with what each share is made of', async () => {
    const answer = await list(commander, { by: 'area', parentAreaId: grid.level2 });
    expect(listIndicators.output.parse(answer)).toEqual(answer);
    expect(answer.rows.map(({ id, ratios }) => [id, ratios['handling-on-time-rate']])).toEqual([
      [west, { numerator: 12, denominator: 18, value: 12 / 18 }],
      [east, { numerator: 0, denominator: 3, value: 0 }],
    ]);
    expect(answer.rows[1]?.ratios['satisfaction-rate']).toEqual({ numerator: 0, denominator: 0, value: null });
    expect(answer.rows[0]?.rows).toEqual({
      areaId: west,
      counted: 'reported',
      countedFrom: '2026-03-01',
      countedUntil: '2026-03-31',
    });
    expect(answer.indicators.map(({ key }) => key)).not.toContain('visit-rate');
  });

  it('compares units and types, in the whole and in one area alike', async () => {
    const units = await list(systemActor, { by: 'unit' });
    expect(units.rows.map(({ name, counts }) => [name, counts.handled, counts.overdueUnhandled])).toEqual([
      ['甲物业', 17, 0],
      ['乙部门', 0, 4],
    ]);
    const types = await list(commander, { by: 'type', parentAreaId: west });
    expect(types.rows.map(({ id, counts }) => [id, counts.reported])).toEqual([
      ['lamp', 14],
      ['litter', 4],
    ]);
    // A micro-grid is summed from its facts and must agree with the tables above it.
    const inGrid = await list(commander, { by: 'type', parentAreaId: first });
    expect(inGrid.rows.map(({ id, counts }) => [id, counts])).toEqual(types.rows.map(({ id, counts }) => [id, counts]));
  });

  it('keeps to the period asked for and refuses one that ends before it begins', async () => {
    const { rows } = await list(commander, { by: 'area', from: '2026-03-02', until: '2026-03-02' });
    expect(rows.map(({ counts }) => counts.reported)).toEqual([1]);
    await expect(list(commander, { by: 'area', from: '2026-03-03', until: '2026-03-02' })).rejects.toMatchObject({
      code: 'input-invalid',
    });
  });

  it('shows the lead of a unit that unit and nothing else', async () => {
    const lead = staff('unit-lead', 'st', unitB);
    expect((await list(lead, { by: 'unit' })).rows.map(({ name }) => name)).toEqual(['乙部门']);
    await expect(list(lead, { by: 'area' })).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(list(lead, { by: 'type' })).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

describe('before history has been read once', () => {
  it('says that it is still counting, until the consumer has caught up', async () => {
    expect((await ask(commander)).counting).toBe(false);
    await rewindConsumer(database, measuresConsumer);
    expect(await ask(commander)).toMatchObject({ counting: true, attention: null });
    expect(await list(commander, { by: 'area' })).toMatchObject({ counting: true });
    const slowly = { ...measuresConsumer, batch: 1 };
    await runConsumer(database, clock, slowly);
    expect((await ask(commander)).counting).toBe(true);
    await catchUp(database, clock, measuresConsumer);
    expect(await ask(commander)).toMatchObject({ counting: false, figures: [{ value: 2 }, {}, { value: 6 }, {}] });
    expect(await list(commander, { by: 'area' })).toMatchObject({ counting: false });
  });

  it('does not count again for what came later', async () => {
    await database.asSystem((db) => sql`update consumer set xid = '3', seq = 0 where name = 'measures'`.execute(db));
    expect((await ask(commander)).counting).toBe(false);
    await catchUp(database, clock, measuresConsumer);
  });
});
