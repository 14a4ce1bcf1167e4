import {
  addCaller,
  answerCaller,
  askExtension,
  checkCase,
  contactReporter,
  decideRequest,
  dispatchCase,
  getCase,
  handleCase,
  listCallers,
  listCases,
  mergeCase,
  rateCase,
  returnCase,
  revealCaller,
  takeCase,
} from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ImportDesk,
  importDesk,
  shanghaiRow,
  shanghaiTable,
} from '../../apps/server/src/test/import-desk.fixture.ts';
import { type Caller, createTestApp, type TestApp } from '../../apps/server/src/test/test-app.ts';

let test: TestApp;
let dispatcher: Caller;
let desk: ImportDesk;
let greening: Caller;
let colleague: Caller;
let chief: Caller;
let checker: Caller;
const monday = '2026-03-16T10:00:00+08:00';

beforeAll(async () => {
  test = await createTestApp({ now: monday });
  dispatcher = await test.staff('dispatcher', 'street');
  chief = await test.staff('duty-chief', 'street');
  checker = await test.staff('checker', 'street');
  greening = await test.staff('unit-handler', 'street', 'greening');
  colleague = await test.staff('unit-handler', 'street', 'greening');
  desk = await importDesk(test, dispatcher);
});
afterAll(() => test.close());

const closing = {
  ...{ fact: 'true', claim: 'lawful', answerWay: 'phone', answeredAt: '2026-03-16T15:00', answerPoints: '已清运' },
  ...{ contactedFirst: true, contactedAt: '2026-03-16T10:30', contactPerson: '小周' },
};

/** Orders of a table in the layout of Shanghai, taken up; their cases by order number. */
async function take(rows: readonly string[]): Promise<{ importId: string; caseIds: string[] }> {
  test.clock.set(monday);
  const known = await hotlineIds();
  const { run } = await desk.upload(shanghaiTable(rows));
  await desk.check(run.id, await desk.propose(run.id));
  expect((await desk.apply(run.id)).run).toMatchObject({ state: 'done', bad: 0 });
  return { importId: run.id, caseIds: (await hotlineIds()).filter((id) => !known.includes(id)) };
}

async function hotlineIds(): Promise<string[]> {
  const { cases } = await dispatcher.call(listCases, { channel: 'hotline', order: 'oldest', limit: 100 });
  return cases.map(({ id }) => id);
}

describe('hotline 12345', () => {
  it('contacts first, answers every caller, closes by the form and sends the result back in the same layout', async () => {
    const { importId, caseIds } = await take([shanghaiRow(1)]);
    const caseId = caseIds[0] ?? '';
    await greening.call(takeCase, { caseId });
    const { callers, mayReveal } = await greening.call(listCallers, { caseId });
    expect(callers).toMatchObject([{ name: '张**', phone: '138****5678' }]);
    expect(mayReveal).toBe(true);
    const callerId = callers[0]?.id ?? '';
    const reason = '先行联系来电人';
    expect(await greening.call(revealCaller, { caseId, callerId, reason })).toEqual({
      name: '张三丰',
      phone: '13812345678',
    });
    // Of the same unit, but not the assigned contact; and whoever may only read.
    expect(await colleague.ask(revealCaller, { caseId, callerId, reason })).toMatchObject({ status: 403 });
    expect(await checker.ask(revealCaller, { caseId, callerId, reason })).toMatchObject({ status: 403 });
    await greening.call(contactReporter, {
      caseId,
      reached: true,
      way: 'phone',
      words: '10点30分电话联系，约下午看现场',
    });
    const done = { caseId, result: 'solved' as const, words: '已清运，加装监控', photos: [], form: closing };
    expect(await greening.ask(handleCase, done)).toMatchObject({ error: { code: 'callers-unanswered' } });
    await greening.call(answerCaller, { caseId, callerId, how: 'phone', words: '告知已清运' });
    expect(await greening.ask(answerCaller, { caseId, callerId, how: 'phone', words: '再说一遍' })).toMatchObject({
      error: { code: 'caller-already-answered' },
    });
    const { form: _form, ...without } = done;
    expect((await greening.ask(handleCase, without)).status).toBe(400);
    // Contacted: then when and by whom; not contacted: then why. What is not asked is left out.
    const fields = async (more: object) =>
      (await greening.ask(handleCase, { ...done, form: { ...closing, ...more } })).error?.fields?.map(
        ({ path }) => path,
      );
    expect(await fields({ contactedAt: null, contactPerson: null })).toEqual([
      'form.contactedAt',
      'form.contactPerson',
    ]);
    expect(await fields({ contactedFirst: false })).toEqual(['form.notContacted']);
    expect(await fields({ about: 'illegal-building' })).toEqual(['form.illegalKind', 'form.illegalArea']);
    await greening.call(handleCase, done);
    await checker.call(checkCase, { caseId, pass: true, words: '', photos: [] });
    const file = await desk.download(`/api/export-import-results?importId=${importId}&format=csv`);
    const [head = '', row = ''] = file.text.replace('\uFEFF', '').trim().split('\r\n');
    expect(head.startsWith('工单编号,工单生成时间,诉求地址')).toBe(true);
    expect(head.endsWith('是否解决,办结时间,是否联系,联系时间,满意度')).toBe(true);
    expect(row.split(',')[0]).toBe('20260316000001');
    expect(row).toContain('已清运，加装监控');
    expect(row).toContain('张**,138****5678,已解决,2026-03-16 10:00:00,是,2026-03-16 10:00:00');
    const sheet = await desk.download(`/api/export-import-results?importId=${importId}`);
    expect(sheet.bytes.subarray(0, 2).toString()).toBe('PK');
  });

  it('merges repeats; the callers of both are answered at one', async () => {
    const { importId, caseIds } = await take([
      shanghaiRow(11, { 主办单位: '', 来电人: '王五' }),
      shanghaiRow(12, { 主办单位: '', 来电人: '赵六', 联系电话: '13700002222' }),
    ]);
    const [caseId = '', second = ''] = caseIds;
    expect((await dispatcher.call(getCase, { caseId })).state).toBe('accepted');
    await dispatcher.call(mergeCase, { caseId: second, intoCaseId: caseId });
    await dispatcher.call(addCaller, { caseId, name: '孙七', phone: '13600003333', chaser: true });
    expect((await dispatcher.call(getCase, { caseId })).urgedCount).toBe(1);
    const unitId = test.street.unit.greening.id;
    await dispatcher.call(dispatchCase, { caseId, to: { kind: 'unit', unitId } });
    await greening.call(takeCase, { caseId });
    const { callers } = await greening.call(listCallers, { caseId });
    expect(callers.map(({ name }) => name).sort()).toEqual(['孙*', '王*', '赵*']);
    for (const { id } of callers)
      await greening.call(answerCaller, { caseId, callerId: id, how: 'message', words: '已处理' });
    const form = { ...closing, satisfaction: 'fairly' };
    await greening.call(handleCase, { caseId, result: 'explained', words: '已解释', photos: [], form });
    // Nobody recorded a contact: the result says what the closing form says, for both orders.
    const { text } = await desk.download(`/api/export-import-results?importId=${importId}&format=csv`);
    const rows = text.trim().split('\r\n').slice(1);
    expect(rows.map((row) => row.split(',').slice(-3))).toEqual([
      ['是', '2026-03-16 10:30:00', '基本满意'],
      ['是', '2026-03-16 10:30:00', '基本满意'],
    ]);
  });

  it('goes back to the desk within one working day, is ruled, and then stays', async () => {
    const { caseIds } = await take([shanghaiRow(21), shanghaiRow(22)]);
    const [caseId = '', late = ''] = caseIds;
    await greening.call(returnCase, { caseId, reason: '属房管职责', rightUnitId: test.street.unit.housing.id });
    const unitId = test.street.unit.greening.id;
    await chief.call(dispatchCase, { caseId, to: { kind: 'unit', unitId }, ruling: true });
    expect(
      await greening.ask(returnCase, { caseId, reason: '还是不归我', rightUnitId: test.street.unit.housing.id }),
    ).toMatchObject({ error: { code: 'returns-used-up' } });
    test.clock.set('2026-03-17T17:31:00+08:00');
    expect(
      await greening.ask(returnCase, { caseId: late, reason: '不归我', rightUnitId: test.street.unit.housing.id }),
    ).toMatchObject({ error: { code: 'return-window-over' } });
  });

  it('gives each class its working days, and more after the duty chief has agreed', async () => {
    const { caseIds } = await take([
      shanghaiRow(31, { 工单类型: '咨询类' }),
      shanghaiRow(32, { 工单类型: '督办类' }),
      shanghaiRow(33),
      shanghaiRow(34, { 工单类型: '疑难类' }),
    ]);
    const dues = await Promise.all(
      caseIds.map(async (caseId) => {
        const { typeCode, clocks } = await dispatcher.call(getCase, { caseId });
        return [typeCode, clocks.find(({ name }) => name === 'handle')?.dueAt.slice(0, 10)];
      }),
    );
    expect(Object.fromEntries(dues)).toEqual({
      'hotline-consult': '2026-03-17',
      'hotline-recheck': '2026-03-19',
      'hotline-help': '2026-03-23',
      // 4 to 6 April are holidays.
      'hotline-complex': '2026-04-07',
    });
    const help = dues.findIndex(([code]) => code === 'hotline-help');
    const caseId = caseIds[help] ?? '';
    await greening.call(takeCase, { caseId });
    await greening.call(askExtension, { caseId, reason: '要等业委会开会', until: '2026-03-27T09:00:00Z' });
    await chief.call(decideRequest, { caseId, grant: true, words: '' });
    const { clocks } = await dispatcher.call(getCase, { caseId });
    expect(clocks.find(({ name }) => name === 'handle')?.dueAt.slice(0, 10)).toBe('2026-03-27');
  });

  it('is no business of residents', async () => {
    const { caseIds } = await take([shanghaiRow(41)]);
    const neighbour = await test.resident();
    expect(await neighbour.ask(getCase, { caseId: caseIds[0] ?? '' })).toMatchObject({ status: 404 });
    expect(await neighbour.ask(rateCase, { caseId: caseIds[0] ?? '', rating: 5 })).toMatchObject({ status: 404 });
    expect(await neighbour.ask(listCallers, { caseId: caseIds[0] ?? '' })).toMatchObject({ status: 404 });
  });
});
