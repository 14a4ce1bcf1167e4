import * as contract from '@linli/contract';
import { type CaseFilter, countCases, getProcedureFigures, type OutputOf } from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';
import { procedurePack } from './procedure-pack.fixture.ts';

type Figures = OutputOf<typeof getProcedureFigures>;
const period = { from: '2026-01-01', until: '2026-12-31' };

let test: TestApp;
let commander: Caller;
let chief: Caller;
let secretary: Caller;

beforeAll(async () => {
  test = await createTestApp({ now: '2026-03-02T10:00:00+08:00' });
  const admin = await test.staff('system-admin', 'street');
  const { problems } = await admin.call(contract.importPack, { yaml: procedurePack, dryRun: false });
  expect(problems).toEqual([]);
  commander = await test.staff('commander', 'street');
  chief = await test.staff('duty-chief', 'street');
  secretary = await test.staff('committee-secretary', 'east');
  await live(test);
}, 60_000);
afterAll(() => test.close());

/** At every step at least one, old and new, late and not, ended in each way, reopened, left out. */
async function live({ street, clock, settle, staff, resident }: TestApp): Promise<void> {
  const greening = await staff('unit-handler', 'street', 'greening');
  const police = await staff('unit-handler', 'street', 'police');
  const dispatcher = await staff('dispatcher', 'street');
  const [chief2, reporter] = [await staff('duty-chief', 'street'), await resident()];
  const report = async (typeCode = 'p-talk', key: 'east1' | 'west1' = 'east1') => {
    const place = { ...street.area[key].point, crs: 'wgs84' as const, address: '' };
    const input = { typeCode, words: '两家争一块空地', place, form: {}, photos: [], urgent: false };
    return (await reporter.call(contract.reportCase, { ...input, anonymous: false })).caseId;
  };
  const taken = async (typeCode?: string, key?: 'east1' | 'west1', by = greening) => {
    const caseId = await report(typeCode, key);
    await by.call(contract.takeCase, { caseId });
    return caseId;
  };
  const go = (caseId: string, stage: string, outcome: string, by = greening) =>
    by.call(contract.advanceCase, { caseId, stage, outcome, words: '说好了', form: {}, photos: [] });
  const through = async (outcome: string, key?: 'east1' | 'west1') => {
    const caseId = await taken('p-talk', key);
    await go(caseId, 'invite', 'come');
    await go(caseId, 'talk', outcome);
    return caseId;
  };

  await report();
  await taken();
  await through('agreed');
  const slow = await taken();
  clock.forward(40 * 24 * 60);
  await settle();
  const late = await taken();
  clock.forward(50 * 24 * 60);
  await settle();
  // Past its first stage's clock, then in time again; another stays late.
  await go(late, 'invite', 'come');
  await taken('p-talk', 'west1');
  clock.forward(3 * 24 * 60);
  await settle();
  // Promised within sixty days.
  await go(slow, 'invite', 'come');
  await go(slow, 'talk', 'agreed');
  await report('p-talk', 'west1');
  await through('agreed', 'west1');
  await through('failed');
  const again = await through('failed');
  await reporter.call(contract.reopenCase, { caseId: again, words: '又吵了', photos: [] });
  await greening.call(contract.takeCase, { caseId: again });
  await go(again, 'invite', 'come');
  await go(again, 'talk', 'agreed');
  await reporter.call(contract.reopenCase, { caseId: await through('failed'), words: '又吵了', photos: [] });
  const out = await through('agreed');
  await dispatcher.call(contract.askExclusion, { caseId: out, ground: 'unreasonable', reason: '不合理' });
  await chief2.call(contract.decideRequest, { caseId: out, grant: true, words: '' });
  const declined = await report('p-open');
  await dispatcher.call(contract.declineCase, { caseId: declined, reason: '不归这里' });
  await report('p-open');
  await taken('p-sealed', 'east1', police);
  await settle();
}

const figuresOf = (caller: Caller, typeCode = 'p-talk', more: object = {}) =>
  caller.call(getProcedureFigures, { typeCode, ...period, ...more });

/** Every number that opens rows: its name, the number, its rows. */
function numbersOf(f: Figures): [string, number, CaseFilter][] {
  return [
    ['open', f.open.count, f.open.rows],
    ...f.stages.map(({ key, open }): [string, number, CaseFilter] => [key, open.count, open.rows]),
    ...f.stages.flatMap(({ key, late }): [string, number, CaseFilter][] =>
      late ? [[`${key} late`, late.count, late.rows]] : [],
    ),
    ['ended', f.ended.count, f.ended.rows],
    ['first', f.firstRound.ratio.numerator, f.firstRound.rows],
    ['kept', f.promiseKept.ratio.numerator, f.promiseKept.rows],
    ...f.outcomes.map(({ key, count, rows }): [string, number, CaseFilter] => [key, count, rows]),
    ...f.backlog.flatMap(({ name, past }) =>
      past.map(({ count, rows }, i): [string, number, CaseFilter] => [`${name} ${i}`, count, rows]),
    ),
  ];
}

describe('figures of a procedure', () => {
  it('are the numbers of cases they open in the inbox, for the street, one area, and a kind that is never dispatched', async () => {
    for (const [caller, typeCode] of [
      [commander, 'p-talk'],
      [secretary, 'p-talk'],
      [commander, 'p-open'],
      [chief, 'p-sealed'],
    ] as const) {
      const numbers = numbersOf(await figuresOf(caller, typeCode));
      const filters = numbers.map(([, , rows]) => rows);
      const counts: OutputOf<typeof countCases>['counts'] = [];
      for (let i = 0; i < filters.length; i += 10) {
        const answer = await caller.call(countCases, { filters: filters.slice(i, i + 10) });
        counts.push(...answer.counts);
      }
      expect(numbers.map(([name], i) => [name, counts[i]?.count])).toEqual(
        numbers.map(([name, count]) => [name, count]),
      );
    }
  });

  it('say what stands where, what is past the clock of its stage, and since when', async () => {
    const { stages, open } = await figuresOf(commander);
    const rows = stages.map((s) => [s.key, s.open.count, s.late?.count ?? null]);
    expect(rows).toEqual([
      ['before', 3, null],
      // Two never moved on and are late; the third went on late and is in time at its next stage.
      ['invite', 2, 2],
      ['talk', 1, null],
      ['checking', 0, null],
    ]);
    expect(open.count).toBe(6);
    expect(stages[1]?.oldestAt).toBe('2026-03-02T02:00:00.000Z');
    expect(stages[3]?.oldestAt).toBeNull();
  });

  it('say how cases ended: by way, in the first round, kept promises, days', async () => {
    const figures = await figuresOf(commander);
    expect(figures.ended.count).toBe(5);
    expect(figures.outcomes.map(({ key, count, share }) => [key, count, share.value])).toEqual([
      ['agreed', 4, 0.8],
      ['failed', 1, 0.2],
    ]);
    expect(figures.outcomes[0]?.label.zh).toBe('谈成了');
    expect(figures.firstRound.ratio).toEqual({ numerator: 4, denominator: 5, value: 0.8 });
    expect(figures.promiseKept.ratio).toEqual({ numerator: 4, denominator: 5, value: 0.8 });
    expect(figures.medianDays).toBe(0);
    expect(figures.outcomes[0]?.medianDays).toBe(0);
    const [early] = (await figuresOf(commander, 'p-talk', { until: '2026-03-31' })).outcomes;
    expect(early).toMatchObject({ key: 'agreed', count: 1 });
  });

  it('say who has had how many for more than 30, 60, 90 days', async () => {
    const { backlog } = await figuresOf(commander);
    expect(backlog.map(({ name, past }) => [name, past.map(({ count }) => count)])).toEqual([
      ['绿化市容所', [3, 2, 2]],
    ]);
    expect((await figuresOf(commander, 'p-open')).backlog).toEqual([]);
    test.clock.forward(31 * 24 * 60);
    const later = await figuresOf(commander, 'p-open');
    test.clock.forward(-31 * 24 * 60);
    expect(later.backlog.map(({ name, past }) => [name, past[0]?.count])).toEqual([['派遣员', 1]]);
  });

  it('are nothing over nothing where none ended', async () => {
    const empty = await figuresOf(commander, 'p-talk', { from: '2025-01-01', until: '2025-12-31' });
    expect(empty).toMatchObject({
      ended: { count: 0 },
      firstRound: { ratio: { numerator: 0, denominator: 0, value: null } },
      promiseKept: { ratio: { value: null } },
      medianDays: null,
      outcomes: [],
    });
  });
});

describe('who reads them', () => {
  it('sees a sealed kind only with the right to sealed matters over the whole area', async () => {
    expect((await figuresOf(chief, 'p-sealed')).open.count).toBe(1);
    for (const caller of [commander, secretary])
      expect(await caller.ask(getProcedureFigures, { typeCode: 'p-sealed', ...period })).toMatchObject({
        status: 403,
        error: { code: 'not-allowed' },
      });
  });

  it('reads their own area and no other', async () => {
    const areaId = test.street.area.west.id;
    expect(await secretary.ask(getProcedureFigures, { typeCode: 'p-talk', ...period, areaId })).toMatchObject({
      status: 404,
    });
    expect((await figuresOf(secretary)).area.id).toBe(test.street.area.east.id);
  });

  it('leads a unit and reads what lies with it, in any area, and opens exactly its cases', async () => {
    const lead = await test.staff('unit-lead', 'street', 'greening');
    const figures = await figuresOf(lead);
    expect(figures.unit?.name).toBe('绿化市容所');
    // All of this kind are sent to it.
    expect(figures.open.count).toBe((await figuresOf(commander)).open.count);
    const inWest = await figuresOf(lead, 'p-talk', { areaId: test.street.area.west.id });
    expect(inWest.open.count).toBeGreaterThan(0);
    for (const [name, count, rows] of [...numbersOf(figures), ...numbersOf(inWest)]) {
      const { counts } = await lead.call(countCases, { filters: [rows] });
      expect([name, counts[0]?.count]).toEqual([name, count]);
    }
    const other = await figuresOf(await test.staff('unit-lead', 'street', 'police'));
    expect([other.open.count, other.ended.count]).toEqual([0, 0]);
    const sealed = await lead.ask(getProcedureFigures, { typeCode: 'p-sealed', ...period });
    expect(sealed).toMatchObject({ status: 403, error: { code: 'not-allowed' } });
  });

  it('of a joint community adds up its areas, opens exactly its cases, and is for who reads every one of them', async () => {
    const { east, west } = test.street.area;
    const admin = await test.staff('system-admin', 'street');
    const areaIds = [east.id, west.id];
    const group = await admin.call(contract.saveAreaGroup, { name: '东西联合社区', areaIds });
    const areaGroupId = group.id;
    const whole = await figuresOf(commander, 'p-talk', { areaGroupId });
    expect(whole.area).toEqual({ id: areaGroupId, name: '东西联合社区' });
    const [inEast, inWest] = [
      await figuresOf(commander, 'p-talk', { areaId: east.id }),
      await figuresOf(commander, 'p-talk', { areaId: west.id }),
    ];
    expect(inEast.open.count * inWest.open.count * inWest.ended.count).toBeGreaterThan(0);
    expect(whole.open.count).toBe(inEast.open.count + inWest.open.count);
    expect(whole.ended.count).toBe(inEast.ended.count + inWest.ended.count);
    for (const [name, count, rows] of numbersOf(whole)) {
      expect(rows.areaGroupId, name).toBe(areaGroupId);
      const { counts } = await commander.call(countCases, { filters: [rows] });
      expect([name, counts[0]?.count]).toEqual([name, count]);
    }
    expect((await figuresOf(chief, 'p-sealed', { areaGroupId })).open.count).toBe(1);
    const part = await secretary.ask(getProcedureFigures, { typeCode: 'p-talk', ...period, areaGroupId });
    expect(part.status).toBe(404);
    await admin.call(contract.saveAreaGroup, { groupId: group.id, name: group.name, areaIds, ended: true });
    const ended = await commander.ask(getProcedureFigures, { typeCode: 'p-talk', ...period, areaGroupId });
    expect(ended.status).toBe(404);
  });

  it.each([
    [{ typeCode: '06010' }, 'typeCode'],
    [{ typeCode: 'nothing' }, 'typeCode'],
    [{ from: '2027-01-01' }, 'until'],
    [{ until: '9999-12-31' }, 'until'],
  ])('is refused %j at its field', async (wrong, path) => {
    const answer = await commander.ask(getProcedureFigures, { typeCode: 'p-talk', ...period, ...wrong });
    expect(answer).toMatchObject({ status: 400, error: { code: 'input-invalid' } });
    expect(answer.error?.fields?.map((field) => field.path)).toEqual([path]);
  });
});
