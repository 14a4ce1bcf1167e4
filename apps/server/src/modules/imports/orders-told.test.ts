import { countCases, getImport, type ImportMapping, listCases, reportCase } from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ImportDesk, importDesk } from '../../test/import-desk.fixture.ts';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';
import { problemMessage } from './problem-words.ts';

let test: TestApp;
let desk: ImportDesk;
let dispatcher: Caller;

beforeAll(async () => {
  test = await createTestApp();
  dispatcher = await test.staff('dispatcher', 'street');
  desk = await importDesk(test, dispatcher);
});
afterAll(() => test.close());
beforeEach(() => test.clock.set('2026-03-16T10:00:00+08:00'));

const headings = ['编号', '受理时间', '地址', '内容', '诉求类型', '来源'] as const;
const table = (...rows: readonly string[][]) => [headings.join(','), ...rows.map((row) => row.join(','))].join('\r\n');
const order = (number: string, change: Partial<Record<(typeof headings)[number], string>> = {}) => {
  const usual: Record<(typeof headings)[number], string> = {
    编号: number,
    受理时间: '2026-03-16 09:35:00',
    地址: '东园第1微网格门口',
    内容: `夜里很吵 ${number.length}`,
    诉求类型: '噪声扰民',
    来源: '',
  };
  return headings.map((heading) => change[heading] ?? usual[heading]);
};
const mapping: ImportMapping = {
  name: '噪声表',
  system: '市热线',
  columns: [
    { heading: '编号', to: 'number' },
    { heading: '受理时间', to: 'reported-at' },
    { heading: '地址', to: 'address' },
    { heading: '内容', to: 'words' },
    { heading: '诉求类型', to: 'type' },
  ],
  values: [{ to: 'type', from: '噪声扰民', value: '06028' }],
  typeCode: null,
  crs: 'wgs84',
  unknownUnit: 'rule',
  channel: 'hotline',
  results: [],
};
const withSource = { ...mapping, columns: [...mapping.columns, { heading: '来源', to: 'form.source' as const }] };
const take = async (rows: readonly string[][]) => {
  const { run } = await desk.upload(table(...rows));
  const dry = await desk.check(run.id, withSource);
  return { dry, done: await desk.apply(run.id) };
};

describe('what an order lacks', () => {
  it('is named by the label of the field, the column and what to do, in both languages', async () => {
    const { run } = await desk.upload(table(order('PD20261124001')));
    const { run: checked, problems } = await desk.check(run.id, mapping);
    expect(checked).toMatchObject({ added: 0, bad: 1 });
    expect(problems).toMatchObject([{ line: 2, heading: '诉求类型', code: 'form-column-missing' }]);
    expect(problems[0]?.message).toContain('“噪声扰民”还要填“哪里来的”');
    expect(problems[0]?.message).toContain('“表单：哪里来的”');
    const { rows } = await test.app.database.asSystem((db) =>
      sql<{ code: string; params: Record<string, string> }>`select code, params from import_problem
        where run_id = ${run.id} and n > 0`.execute(db),
    );
    const [stored] = rows;
    expect(stored && problemMessage(stored, 'en')).toContain('“Noise” also asks “Where from”');
    const file = await desk.download(`/api/export-import-problems?importId=${run.id}`);
    expect(file.text).toContain('2,诉求类型,');
    expect(file.text).not.toContain('“source”');
  });

  it('is an empty cell or a choice that is none; choices are read as people write them', async () => {
    const { run } = await desk.upload(
      table(
        order('PD20261124002'),
        order('PD20261124003', { 来源: '飞机' }),
        order('PD20261124004', { 来源: ' 工地施工' }),
        order('PD20261124005', { 来源: 'home' }),
      ),
    );
    const { run: checked, problems } = await desk.check(run.id, withSource);
    expect(checked).toMatchObject({ added: 2, bad: 2 });
    expect(problems.map(({ line, heading, code }) => [line, heading, code])).toEqual([
      [2, '来源', 'form-cell-empty'],
      [3, '来源', 'form-not-option'],
    ]);
    expect(problems[1]?.message).toBe(
      '“哪里来的”没有“飞机”这一项，可以写：工地施工、商铺、广场舞、音响、邻居装修、生活噪声、其他',
    );
    const { run: done } = await desk.apply(run.id);
    expect(done).toMatchObject({ added: 2, bad: 2 });
  });
});

describe('an order taken up', () => {
  const number = 'PD20261124011';
  const found = (text: string, caller = dispatcher) =>
    caller.call(listCases, { text, order: 'newest', limit: 10 }).then(({ cases }) => cases.map(({ id }) => id));

  it('is found by its number there, by whoever may see it, and named by the import', async () => {
    const { done } = await take([order(number, { 来源: '商铺' }), order('PD20261124012', { 来源: '商铺' })]);
    expect(done.cases).toMatchObject([
      { line: 2, orderNumber: number },
      { line: 3, orderNumber: 'PD20261124012' },
    ]);
    const caseId = done.cases[0]?.caseId;
    expect(await found(number)).toEqual([caseId]);
    expect(await found(done.cases[0]?.number ?? '')).toEqual([caseId]);
    expect(await dispatcher.call(countCases, { filters: [{ text: number }] })).toMatchObject({
      counts: [{ count: 1 }],
    });
    expect(await found(number.slice(0, -1))).toEqual([]);
    const elsewhere = await test.staff('committee-secretary', 'west');
    expect(await found(number, elsewhere)).toEqual([]);
  });

  it('is found beside those whose words name the number', async () => {
    const resident = await test.resident();
    const { caseId } = await resident.call(reportCase, {
      typeCode: '06028',
      words: `热线 ${number} 还没有人来`,
      form: { source: 'shop' },
      photos: [],
      urgent: false,
      anonymous: false,
      place: { ...test.street.area.east1.point, crs: 'wgs84', address: '东园路9号' },
    });
    const all = await found(number);
    expect(all).toContain(caseId);
    expect(all).toHaveLength(2);
  });

  it('is said before to be late when its time is up on arrival', async () => {
    const rows = [
      order('PD20261124021', { 来源: '商铺', 受理时间: '2026-02-02 09:00:00' }),
      order('PD20261124022', { 来源: '商铺', 受理时间: '2026-03-16 09:59:00' }),
      order('PD20261124023', { 来源: '飞机', 受理时间: '2026-02-02 09:00:00' }),
    ];
    const { dry, done } = await take(rows);
    expect(dry).toMatchObject({ late: 1, problemCount: 1, run: { added: 2, bad: 1 } });
    expect(dry.problems.map(({ line }) => line)).toEqual([4]);
    const file = await desk.download(`/api/export-import-problems?importId=${done.run.id}`);
    expect(file.text.trim().split('\r\n')).toHaveLength(2);
    await test.settle();
    const late = await dispatcher.call(listCases, { text: 'PD20261124021', overdue: true, order: 'newest', limit: 10 });
    expect(late.cases.map(({ id }) => id)).toEqual([done.cases[0]?.caseId]);
    expect((await dispatcher.call(getImport, { importId: done.run.id })).late).toBe(0);
  });
});
