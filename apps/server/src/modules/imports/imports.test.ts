import {
  getCase,
  getImport,
  listCallers,
  listCases,
  listMappings,
  proposeMapping,
  pushOrder,
  saveMapping,
  startImport,
  steerImport,
} from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ImportDesk, importDesk, shanghaiRow, shanghaiTable } from '../../test/import-desk.fixture.ts';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';

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

let n = 0;
const row = (change: Parameters<typeof shanghaiRow>[1] = {}) => shanghaiRow(++n, change);
const cases = async () => {
  const { rows } = await test.app.database.asSystem((db) =>
    sql<{ n: number }>`select count(*)::int as n from cases`.execute(db),
  );
  return rows[0]?.n ?? 0;
};

describe('imports', () => {
  it('take a table up: deadlines by class, unit, micro-grid, callers sealed', async () => {
    const rows = [row(), row({ 工单类型: '咨询类' }), row({ 工单类别: '紧急' }), row({ 是否匿名: '是' })];
    const { run } = await desk.upload(shanghaiTable(rows));
    expect(run).toMatchObject({ state: 'uploaded', rowCount: 4, format: 'csv', encoding: 'UTF-8' });
    const mapping = await desk.propose(run.id);
    expect(await desk.check(run.id, mapping)).toMatchObject({
      run: { state: 'checked', added: 4, bad: 0 },
      problems: [],
    });
    const before = await cases();
    const { run: done } = await desk.apply(run.id);
    expect(done).toMatchObject({ state: 'done', added: 4, same: 0, bad: 0, done: 4 });
    expect(await cases()).toBe(before + 4);
    const { cases: list } = await dispatcher.call(listCases, { channel: 'hotline', order: 'newest', limit: 50 });
    expect(list.map(({ typeCode }) => typeCode).sort()).toEqual([
      'hotline-consult',
      'hotline-help',
      'hotline-help',
      'hotline-urgent',
    ]);
    // Of the two, not the anonymous one: both came at the same minute, and lists order those by their ids.
    const help = list.find(({ typeCode, title }) => typeCode === 'hotline-help' && title.includes('第1件'));
    expect(help?.holder).toMatchObject({ kind: 'unit', name: '绿化市容所' });
    expect(help?.place.areas.at(-1)?.name).toBe('东园第1微网格');
    const detail = await dispatcher.call(getCase, { caseId: help?.id ?? '' });
    // Five working days from Monday the 16th: Monday the 23rd, at the end of service.
    expect(detail.clocks.find(({ name }) => name === 'handle')?.dueAt).toBe('2026-03-23T09:30:00.000Z');
    expect(detail.clocks.find(({ name }) => name === 'first-contact')?.dueAt).toBe('2026-03-17T09:30:00.000Z');
    expect(detail.form.category).toBe('建设交通类 › 市容环卫 › 垃圾清运');
    const { callers } = await dispatcher.call(listCallers, { caseId: help?.id ?? '' });
    expect(callers).toMatchObject([{ name: '张**', phone: '138****5678', wantsAnswer: true, answered: null }]);
    const { rows: stored } = await test.app.database.asSystem((db) =>
      sql<{ text: string }>`select string_agg(t::text, '') as text from (select sealed::text as t from import_row
        union all select name_encrypted::text || phone_encrypted::text from case_caller union all select row_to_json(import_run)::text from import_run) x`.execute(
        db,
      ),
    );
    expect(stored[0]?.text).not.toContain(Buffer.from('13812345678').toString('hex'));
    expect(stored[0]?.text).not.toContain('13812345678');
  });

  it('add nothing the second time and name what has changed', async () => {
    const rows = [row(), row(), row()];
    const first = await desk.upload(shanghaiTable(rows));
    const mapping = await desk.propose(first.run.id);
    await desk.check(first.run.id, mapping);
    await desk.apply(first.run.id);
    const before = await cases();
    const changed = shanghaiRow(n, { 内容描述: '改过的内容' });
    const second = await desk.upload(shanghaiTable([...rows.slice(0, 2), changed]));
    const dry = await desk.check(second.run.id, mapping);
    expect(dry.run).toMatchObject({ added: 0, same: 2, changed: 1, bad: 0 });
    const applied = await desk.apply(second.run.id);
    expect(applied.run).toMatchObject({ state: 'done', added: 0, same: 2, changed: 1, bad: 0 });
    expect(applied.problems).toMatchObject([{ line: 4, code: 'order-changed' }]);
    expect(await cases()).toBe(before);
    const { cases: found } = await dispatcher.call(listCases, { text: '改过的内容', order: 'newest', limit: 10 });
    expect(found).toEqual([]);
  });

  it('name every bad row by line and column, and take the good ones', async () => {
    const good = row();
    const number = good.slice(0, 14);
    const rows = [
      good,
      row({ 工单生成时间: '2026-13-45' }),
      row({ 工单编号: '', 内容描述: '' }),
      row({ 工单类型: '从没见过' }),
      row({ 工单编号: number }),
      row({ 工单生成时间: '2027-01-01 08:00' }),
    ];
    const { run } = await desk.upload(shanghaiTable(rows));
    const mapping = await desk.propose(run.id);
    const strict = { ...mapping, typeCode: null };
    const dry = await desk.check(run.id, strict);
    expect(dry.run).toMatchObject({ added: 1, bad: 5 });
    expect(dry.problems.map(({ line, heading, code }) => [line, heading, code])).toEqual([
      [3, '工单生成时间', 'time-wrong'],
      [4, '工单编号', 'number-missing'],
      [4, '内容描述', 'words-missing'],
      [5, '工单类型', 'type-unknown'],
      [6, '', 'number-repeated'],
      [7, '工单生成时间', 'time-future'],
    ]);
    expect(dry.problems.find(({ code }) => code === 'number-repeated')?.message).toContain('第2行');
    const file = await desk.download(`/api/export-import-problems?importId=${run.id}`);
    expect(file.text).toContain('3,工单生成时间,时间“2026-13-45”读不出来');
    expect(file.text.trim().split('\r\n')).toHaveLength(7);
    const applied = await desk.apply(run.id);
    expect(applied.run).toMatchObject({ state: 'done', added: 1, bad: 5 });
  });

  it('hand out any number of problems, page after page and in order', async () => {
    const { run } = await desk.upload(shanghaiTable([row()]));
    await test.app.database.asSystem((db) =>
      sql`insert into import_problem (run_id, n, nr, line, heading, code, params)
        select ${run.id}, n, nr, n + 1, '内容描述', 'words-missing', '{}' from generate_series(1, 1250) n, generate_series(0, 1) nr`.execute(
        db,
      ),
    );
    const { text } = await desk.download(`/api/export-import-problems?importId=${run.id}`);
    const lines = text.trim().split('\r\n').slice(1);
    expect(lines).toHaveLength(2500);
    expect(lines.map((line) => Number(line.split(',')[0]))).toEqual(
      Array.from({ length: 2500 }, (_, i) => Math.floor(i / 2) + 2),
    );
  });

  it('file a chaser call against the first order, which is urged and has both callers', async () => {
    const first = row();
    const number = first.slice(0, 14);
    const chaser = row({
      处理描述: `市民反复催单，已电子催单，工单编号：${number}，故归档。`,
      来电人: '李四',
      联系电话: '13900001111',
    });
    const { run } = await desk.upload(shanghaiTable([first, chaser]));
    const mapping = await desk.propose(run.id);
    expect(mapping.columns).toContainEqual({ heading: '处理描述', to: 'chases' });
    await desk.check(run.id, mapping);
    const before = await cases();
    const { run: done } = await desk.apply(run.id);
    expect(done).toMatchObject({ added: 1, chased: 1 });
    expect(await cases()).toBe(before + 1);
    const { cases: found } = await dispatcher.call(listCases, { channel: 'hotline', order: 'newest', limit: 50 });
    const urged = found.find(({ urgedCount }) => urgedCount === 1);
    const { callers } = await dispatcher.call(listCallers, { caseId: urged?.id ?? '' });
    expect(callers.map(({ name }) => name).sort()).toEqual(['张**', '李*']);
  });

  it('pause, go on and are cancelled; what is in stays in', async () => {
    const { run } = await desk.upload(shanghaiTable([row(), row()]));
    const mapping = await desk.propose(run.id);
    await desk.check(run.id, mapping);
    await dispatcher.call(startImport, { importId: run.id, dryRun: false });
    await dispatcher.call(steerImport, { importId: run.id, to: 'pause' });
    await test.settle();
    expect((await dispatcher.call(getImport, { importId: run.id })).run).toMatchObject({ state: 'paused', done: 0 });
    expect(await dispatcher.ask(startImport, { importId: run.id, dryRun: false })).toMatchObject({
      error: { code: 'import-not-ready' },
    });
    await dispatcher.call(steerImport, { importId: run.id, to: 'resume' });
    await test.settle();
    expect((await dispatcher.call(getImport, { importId: run.id })).run).toMatchObject({ state: 'done', added: 2 });
    const other = await desk.upload(shanghaiTable([row()]));
    await dispatcher.call(steerImport, { importId: other.run.id, to: 'cancel' });
    await test.settle();
    expect(await dispatcher.ask(steerImport, { importId: other.run.id, to: 'resume' })).toMatchObject({ status: 409 });
  });

  it('take one order at a time from another system, by its number once', async () => {
    const { run } = await desk.upload(shanghaiTable([row()]));
    const mapping = { ...(await desk.propose(run.id)), name: '热线推送' };
    expect(await dispatcher.call(saveMapping, { mapping })).toEqual({ name: '热线推送', version: 1 });
    expect(await dispatcher.call(saveMapping, { mapping })).toEqual({ name: '热线推送', version: 2 });
    expect((await dispatcher.call(listMappings, {})).mappings.map((one) => one.mapping.name)).toContain('热线推送');
    // A table of the same headings is now read by what was saved.
    expect((await dispatcher.call(proposeMapping, { importId: run.id })).savedAs).toBe('热线推送');
    const order = {
      工单编号: '20260316999999',
      工单生成时间: '2026-03-16 09:00',
      内容描述: '路灯不亮',
      工单类型: '投诉举报类',
    };
    const pushed = await dispatcher.call(pushOrder, { mapping: '热线推送', order });
    expect(pushed.outcome).toBe('added');
    expect(await dispatcher.call(pushOrder, { mapping: '热线推送', order })).toEqual({ ...pushed, outcome: 'same' });
    const other = await dispatcher.call(pushOrder, { mapping: '热线推送', order: { ...order, 内容描述: '不同' } });
    expect(other).toEqual({ ...pushed, outcome: 'changed' });
    const bad = await dispatcher.ask(pushOrder, { mapping: '热线推送', order: { 工单编号: '1' } });
    expect(bad).toMatchObject({ status: 409, error: { code: 'order-bad' } });
    expect(bad.error?.message).toContain('没有时间');
    expect(await dispatcher.ask(pushOrder, { mapping: '没有', order })).toMatchObject({
      error: { code: 'mapping-unknown' },
    });
  });

  it('belong to whoever keeps the desk over the whole site', async () => {
    const secretary = await importDesk(test, await test.staff('committee-secretary', 'east'));
    expect((await secretary.upload(shanghaiTable([row()]))).status).toBe(403);
    const { run } = await desk.upload(shanghaiTable([row()]));
    expect((await secretary.download(`/api/export-import-problems?importId=${run.id}`)).status).toBe(403);
    expect(await secretary.caller.ask(getImport, { importId: run.id })).toMatchObject({ status: 403 });
    expect((await desk.upload('')).status).toBe(422);
    expect((await desk.upload('只有一格\n')).status).toBe(422);
  });
});
