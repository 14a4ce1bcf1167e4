import * as contract from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';
import { importStagePack } from './stage-pack.fixture.ts';

let test: TestApp;
let secretary: Caller;
let chief: Caller;
let chief2: Caller;
let dispatcher: Caller;
let greening: Caller;
let housing: Caller;
let police: Caller;
let resident: Caller;
let photo: string;

beforeAll(async () => {
  test = await createTestApp();
  await importStagePack(test);
  secretary = await test.staff('committee-secretary', 'east');
  chief = await test.staff('duty-chief', 'street');
  chief2 = await test.staff('duty-chief', 'street');
  dispatcher = await test.staff('dispatcher', 'street');
  greening = await test.staff('unit-handler', 'street', 'greening');
  housing = await test.staff('unit-handler', 'street', 'housing');
  police = await test.staff('unit-handler', 'street', 'police');
  resident = await test.resident();
  photo = await greening.photo(9);
}, 60_000);
afterAll(() => test.close());

const unit = (key: 'greening' | 'housing' | 'police') => test.street.unit[key].id;
const detail = (caseId: string, by: Caller = greening) => by.call(contract.getCase, { caseId });

async function report(typeCode: string, by: Caller = secretary, more: object = {}): Promise<string> {
  const place = { ...test.street.area.east1.point, crs: 'wgs84' as const, address: '东园路1弄2号' };
  const told = await by.call(contract.reportCase, { typeCode, words: '小区停车乱，消防通道被占', place, ...more });
  return told.caseId;
}

async function summoned(): Promise<string> {
  const caseId = await report('t-summons');
  await greening.call(contract.takeCase, { caseId });
  return caseId;
}
const sign = (caseId: string, by: Caller = greening) =>
  by.ask(contract.advanceCase, { caseId, stage: 'sign-in', outcome: 'signed' });
const force = (caseId: string) =>
  greening.call(contract.splitCase, {
    caseId,
    parts: [
      { unitId: unit('greening'), lead: true },
      { unitId: unit('housing'), lead: false, words: '查产权' },
      { unitId: unit('police'), lead: false },
    ],
  });

async function met(more: object = {}): Promise<string> {
  const caseId = await summoned();
  await sign(caseId);
  await greening.call(contract.advanceCase, {
    caseId,
    stage: 'meet',
    outcome: 'agreed',
    form: { minutes: '议定画线', host: '老张' },
    words: '内部意见',
    photos: [photo],
    ...more,
  });
  return caseId;
}

describe('a procedure', () => {
  it('begins when the case is taken and shows each who may know what', async () => {
    const caseId = await summoned();
    const seen = await detail(caseId);
    expect(seen).toMatchObject({ state: 'in-hand', stage: { key: 'sign-in' } });
    expect(seen.stages.map((s) => s.state)).toEqual(['current', 'ahead', 'ahead']);
    expect(seen.current).toMatchObject({ key: 'sign-in', mayTake: true, dueAt: '2026-03-17T09:30:00.000Z' });
    expect(seen.can).toContain('advance');
    expect(seen.can).not.toContain('handle');

    await sign(caseId);
    const asked = await detail(caseId, secretary);
    expect(asked.stages[1]).toMatchObject({ state: 'current', told: { zh: '已约好现场会' } });
    const listed = await greening.call(contract.listCases, { stage: 'meet', pack: 'test-stages', order: 'newest' });
    expect(listed.cases.map((c) => c.id)).toContain(caseId);
    const others = await greening.call(contract.listCases, { stage: 'meet', pack: 'closed-loop' });
    expect(others.cases).toEqual([]);
  });

  it('is refused to the wrong person, at the wrong stage, by an unknown way and by handling', async () => {
    const caseId = await summoned();
    expect(await sign(caseId, secretary)).toMatchObject({ status: 403 });
    expect((await sign(caseId, housing)).status).toBe(404);
    const early = { caseId, stage: 'follow', outcome: 'done' };
    expect(await greening.ask(contract.advanceCase, early)).toMatchObject({
      status: 409,
      error: { code: 'stage-changed', params: { stage: '签到' } },
    });
    const unknown = { caseId, stage: 'sign-in', outcome: 'nowhere' };
    expect((await greening.ask(contract.advanceCase, unknown)).error?.code).toBe('outcome-unknown');
    const handle = { caseId, result: 'solved' as const, words: '好了' };
    expect((await greening.ask(contract.handleCase, handle)).error?.code).toBe('stages-unfinished');
    const duties = [{ unitId: unit('housing'), words: '画线', handleBy: '2026-03-20' }];
    const undue = { caseId, stage: 'sign-in', outcome: 'signed', duties };
    expect((await greening.ask(contract.advanceCase, undue)).error?.code).toBe('duty-not-asked');
  });

  it('asks each way for its form, words and photos', async () => {
    const caseId = await summoned();
    await sign(caseId);
    const step = (more: object) =>
      greening.ask(contract.advanceCase, { caseId, stage: 'meet', outcome: 'agreed', ...more });
    expect(await step({})).toMatchObject({
      status: 400,
      error: { fields: [{ path: 'form.minutes', code: 'required' }] },
    });
    expect(await step({ form: { minutes: '记', wild: 1 } })).toMatchObject({
      error: { fields: [{ path: 'form.wild', code: 'unknown' }] },
    });
    expect(await step({ form: { minutes: '记' } })).toMatchObject({
      error: { code: 'evidence-missing', params: { count: 1 } },
    });
    const again = await step({ outcome: 'again', form: { minutes: '记' }, photos: [photo] });
    expect(again.error?.code).toBe('words-needed');
  });

  it('goes on once when two press at once, and once for the same request', async () => {
    const caseId = await summoned();
    const both = await Promise.all([sign(caseId), sign(caseId)]);
    expect(both.map((a) => a.status).sort()).toEqual([200, 409]);
    const requestId = '0195a1b2-0000-7000-8000-000000000001';
    const step = {
      caseId,
      stage: 'meet',
      outcome: 'again',
      form: { minutes: '记' },
      words: '人没齐',
      photos: [photo],
      requestId,
    };
    const first = await greening.call(contract.advanceCase, step);
    expect(await greening.call(contract.advanceCase, step)).toEqual(first);
    expect((await detail(caseId)).stages[1]).toMatchObject({ state: 'current', times: 1 });
  });

  it('needs a second person where it says so, publishes its answer, and hides colleagues’ words', async () => {
    const caseId = await met();
    const end = { caseId, stage: 'follow', outcome: 'done', words: '车位已画好，请查看' };
    expect(await greening.ask(contract.advanceCase, end)).toMatchObject({
      status: 409,
      error: { code: 'second-person-needed' },
    });
    const after = await chief.call(contract.advanceCase, end);
    expect(after.state).toBe('closed');
    const inside = await detail(caseId);
    expect(inside).toMatchObject({
      result: 'solved',
      published: { words: '车位已画好，请查看', outcome: { zh: '已落实' } },
    });
    expect(inside.stages[1]).toMatchObject({ words: '内部意见', form: { minutes: '议定画线', host: '老张' } });

    // The secretary reported it but has it in her area; a resident who reports sees no more than what she is told.
    const own = await report('t-summons', resident);
    await greening.call(contract.takeCase, { caseId: own });
    await sign(own);
    await greening.call(contract.advanceCase, {
      ...{ caseId: own, stage: 'meet', outcome: 'agreed', form: { minutes: '机密纪要', host: '老张' } },
      ...{ words: '机密意见', photos: [photo] },
    });
    await test.settle();
    const heard = (await resident.call(contract.listNotices, {})).notices.filter((n) => n.kind === 'case.stage');
    expect(heard.map((n) => n.params.told).sort()).toEqual(['已约好现场会', '正在落实'].sort());
    const told = await detail(own, resident);
    expect(told.stages[2]).toMatchObject({ state: 'current', told: { zh: '正在落实' } });
    expect(JSON.stringify(told)).not.toContain('机密');
    expect(told).toMatchObject({ current: null, parts: [], children: [] });

    const published = await test.nobody.call(contract.listPublishedAnswers, { text: '车位' });
    expect(published.answers).toMatchObject([{ caseId, title: null, number: null, answer: '车位已画好，请查看' }]);
    expect((await test.nobody.call(contract.listPublishedAnswers, { text: '停车' })).answers).toEqual([]);
    expect((await test.nobody.call(contract.listPublishedAnswers, { group: 'noise-air' })).answers).toEqual([]);
    const known = await dispatcher.call(contract.searchAnswers, { text: '车位', group: 'hand' });
    expect(known.answers).toMatchObject([{ caseId, answer: '车位已画好，请查看', outcome: { zh: '已落实' } }]);
    expect((await resident.ask(contract.searchAnswers, { text: '车位' })).status).toBe(403);
  });

  it('starts anew when it is reopened', async () => {
    const caseId = await met();
    await chief.call(contract.advanceCase, { caseId, stage: 'follow', outcome: 'done', words: '好了' });
    await secretary.call(contract.reopenCase, { caseId, words: '又乱了' });
    await greening.call(contract.takeCase, { caseId });
    const seen = await detail(caseId);
    expect(seen).toMatchObject({ stage: { key: 'sign-in' }, round: 2 });
    expect(seen.stages.map((s) => s.state)).toEqual(['current', 'ahead', 'ahead']);
  });
});

describe('duties', () => {
  it('become cases with unit and day in the same transaction, and hold the case open', async () => {
    const duties = [
      { unitId: unit('housing'), words: '清退占道地锁', handleBy: '2026-03-20' },
      { unitId: unit('police'), words: '每晚巡查', handleBy: '2026-03-18' },
    ];
    const caseId = await met({ duties });
    const { children } = await detail(caseId);
    expect(children).toMatchObject([
      { typeCode: 't-duty', state: 'dispatched', holder: '房屋管理办', dueAt: '2026-03-20T09:30:00.000Z' },
      { typeCode: 't-duty', state: 'dispatched', holder: '派出所', dueAt: '2026-03-18T09:30:00.000Z' },
    ]);
    const [first, second] = children;
    if (!first || !second) throw new Error('two duties');
    expect(first.number).toMatch(/^20260316-\d{6}$/);
    const mine = await housing.call(contract.listMyTasks, {});
    expect(mine.mine.find((c) => c.id === first.id)).toMatchObject({ words: '清退占道地锁', parentId: caseId });
    // A unit that got a duty does not get the case it comes from.
    expect((await housing.ask(contract.getCase, { caseId })).status).toBe(404);
    expect((await housing.call(contract.getCase, { caseId: first.id })).parent).toBeNull();
    expect((await detail(first.id, chief)).parent).toMatchObject({ id: caseId });
    const listed = await dispatcher.call(contract.listCases, { parentId: caseId });
    expect(listed.cases).toHaveLength(2);

    const end = { caseId, stage: 'follow', outcome: 'done', words: '都办完了' };
    expect((await chief.ask(contract.advanceCase, end)).error).toMatchObject({
      code: 'children-open',
      params: { count: 2 },
    });
    for (const [by, id] of [
      [housing, first.id],
      [police, second.id],
    ] as const)
      await by.call(contract.handleCase, { caseId: id, result: 'solved', words: '办好' });
    expect((await chief.call(contract.advanceCase, end)).state).toBe('closed');
  });

  it('are made by nobody by hand, nor for a unit elsewhere or a day gone by, and then nothing at all is written', async () => {
    expect(
      (await secretary.ask(contract.reportCase, { typeCode: 't-duty', words: '手动', place: null })).error?.code,
    ).toBe('type-not-open');
    const caseId = await summoned();
    await sign(caseId);
    const step = (duty: object) =>
      greening.ask(contract.advanceCase, {
        ...{ caseId, stage: 'meet', outcome: 'agreed', form: { minutes: '记' }, photos: [photo] },
        duties: [
          { unitId: unit('housing'), words: '做事', handleBy: '2026-03-20' },
          { words: '再做', handleBy: '2026-03-20', ...duty },
        ],
      } as never); // one duty is built in parts
    expect((await step({ unitId: '0195a1b2-0000-7000-8000-00000000dead' })).error?.code).toBe('target-invalid');
    expect((await step({ unitId: unit('police'), handleBy: '2026-03-10' })).error?.code).toBe('day-past');
    expect(await detail(caseId)).toMatchObject({ stage: { key: 'meet' }, children: [] });
  });

  it('are opened by hand too, by who works on the case', async () => {
    const caseId = await summoned();
    const wish = { caseId, typeCode: 't-duty', unitId: unit('housing'), words: '核查产权', handleBy: '2026-03-19' };
    expect((await housing.ask(contract.openChildCase, wish)).status).toBe(404);
    const opened = await greening.call(contract.openChildCase, wish);
    expect((await detail(caseId)).children).toMatchObject([{ id: opened.child.caseId, number: opened.child.number }]);
    const story = (await detail(caseId)).story.at(-1);
    expect(story).toMatchObject({ kind: 'open-child', words: '核查产权' });
    // Who opened it hears how it ends.
    expect((await greening.call(contract.listMyCases, {})).cases.map((c) => c.id)).toContain(opened.child.caseId);
  });
});

describe('a task force', () => {
  it('shows every unit the whole case, asks each in its turn and waits for all', async () => {
    const caseId = await report('t-joint');
    await greening.call(contract.takeCase, { caseId });
    expect((await housing.ask(contract.getCase, { caseId })).status).toBe(404);
    await force(caseId);
    const seen = await detail(caseId, housing);
    expect(seen.parts).toMatchObject([
      { unitName: '绿化市容所', lead: true, owed: false },
      { unitName: '房屋管理办', asked: '查产权', dueAt: '2026-03-18T09:30:00.000Z', mine: true, owed: true },
      { unitName: '派出所', dueAt: null, mine: false },
    ]);
    const tasks = async (by: Caller) => (await by.call(contract.listMyTasks, {})).mine.map((c) => c.id);
    expect(await tasks(housing)).toContain(caseId);
    const inbox = await housing.call(contract.listCases, { partsMine: true });
    expect(inbox.cases.map((c) => c.id)).toEqual([caseId]);

    const end = { caseId, stage: 'decide', outcome: 'answered', words: '已答复' };
    expect((await greening.ask(contract.advanceCase, end)).error?.code).toBe('parts-unfinished');
    expect((await police.ask(contract.finishPart, { caseId, answer: 'agree' })).error?.code).toBe('part-not-yet');
    expect((await housing.ask(contract.finishPart, { caseId, answer: 'refuse' })).error?.code).toBe('words-needed');
    expect((await greening.ask(contract.finishPart, { caseId })).error?.code).toBe('part-unknown');
    expect((await secretary.ask(contract.finishPart, { caseId })).status).toBe(403);
    await housing.call(contract.finishPart, { caseId, answer: 'agree', words: '同意' });
    expect((await housing.ask(contract.finishPart, { caseId })).error?.code).toBe('part-unknown');
    expect(await tasks(housing)).not.toContain(caseId);
    await police.call(contract.finishPart, { caseId });
    expect((await greening.call(contract.advanceCase, end)).state).toBe('closed');
    expect((await detail(caseId, housing)).parts[1]).toMatchObject({ answer: 'agree', words: '同意', owed: false });
  });

  it('records a part that ran out with its unit, once, and the ladder rings for it', async () => {
    const caseId = await report('t-joint');
    await greening.call(contract.takeCase, { caseId });
    await force(caseId);
    const before = test.clock.now().toISOString();
    test.clock.set('2026-03-18T17:31:00+08:00');
    await test.settle();
    await test.settle();
    const overdue = (await detail(caseId)).story.filter((e) => e.kind === 'overdue');
    expect(overdue).toMatchObject([{ data: { clock: 'stage', unitId: unit('housing') } }]);
    expect((await detail(caseId)).parts[1]).toMatchObject({ overdue: true });
    // The figure and the rows behind it agree, also when the part has answered.
    const agreed = async () => {
      await test.settle();
      const { rows } = await test.app.database.asSystem((db) =>
        sql<{
          n: number;
        }>`select coalesce(sum(count), 0)::int as n from figure_now where key = 'overdue' and area_id = ${test.street.siteId}`.execute(
          db,
        ),
      );
      const { counts } = await chief.call(contract.countCases, { filters: [{ overdue: true }] });
      expect(rows[0]?.n).toBe(counts[0]?.count);
      return rows[0]?.n ?? 0;
    };
    const missed = await agreed();
    expect(missed).toBeGreaterThan(0);
    await housing.call(contract.finishPart, { caseId });
    expect(await agreed()).toBe(missed - 1);
    test.clock.set(before);
  });

  it('counts who stayed away: the second time the case is supervised in the same step', async () => {
    const caseId = await summoned();
    await force(caseId);
    await sign(caseId);
    const meet = (outcome: string, status: 'absent' | 'late' | 'present') =>
      greening.ask(contract.advanceCase, {
        ...{ caseId, stage: 'meet', outcome, form: { minutes: '记' }, words: '再来', photos: [photo] },
        attendance: [
          { unitId: unit('greening'), status: 'present' as const },
          { unitId: unit('housing'), status },
          { unitId: unit('police'), status: 'present' as const },
        ],
      });
    expect((await meet('again', 'absent')).status).toBe(200);
    expect(await detail(caseId)).toMatchObject({ supervised: false });
    await test.settle();
    expect((await housing.call(contract.listNotices, {})).notices.map((n) => n.kind)).toContain('case.part');
    expect((await meet('again', 'late')).status).toBe(200);
    expect(await detail(caseId)).toMatchObject({ supervised: true });
    expect((await detail(caseId)).stages[1]?.attendance).toMatchObject([
      { unitName: '绿化市容所' },
      { unitName: '房屋管理办', status: 'late' },
      { unitName: '派出所', status: 'present' },
    ]);
    const { rows } = await test.app.database.pool.query('select absences from cases where id = $1', [caseId]);
    expect(rows).toEqual([]);
    const stored = await test.app.database.asSystem((db) =>
      sql<{ absences: number }>`select absences from cases where id = ${caseId}`.execute(db),
    );
    expect(stored.rows).toEqual([{ absences: 2 }]);
    const stranger = {
      ...{ caseId, stage: 'meet', outcome: 'again', form: { minutes: '记' }, words: '再来', photos: [photo] },
      attendance: [{ unitId: test.street.unit.firm.id, status: 'absent' as const }],
    };
    expect((await greening.ask(contract.advanceCase, stranger)).error?.code).toBe('attendance-invalid');
    await test.settle();
    const notices = await chief.call(contract.listNotices, {});
    expect(notices.notices.map((n) => n.kind)).toContain('case.supervised');
  });
});

describe('a waiting window', () => {
  it('goes on by itself when it is over, once, and nothing was missed', async () => {
    const caseId = await report('t-waiting');
    await greening.call(contract.takeCase, { caseId });
    const before = test.clock.now().toISOString();
    await test.settle();
    expect(await detail(caseId)).toMatchObject({ stage: { key: 'wait' } });
    test.clock.set('2026-03-18T17:31:00+08:00');
    await test.settle();
    await test.settle();
    const seen = await detail(caseId);
    expect(seen).toMatchObject({ stage: { key: 'end' } });
    expect(seen.story.filter((e) => e.kind === 'advance')).toMatchObject([{ by: '系统' }]);
    expect(seen.story.filter((e) => e.kind === 'overdue')).toEqual([]);
    test.clock.set(before);
  });
});

describe('leaving a case out of the figures', () => {
  it('takes two people, also after it closed, and the figures follow', async () => {
    const caseId = await report('t-idea', resident);
    await greening.call(contract.handleCase, { caseId, result: 'explained', words: '已说明' });
    await test.settle();
    const reported = async () => {
      const { rows } = await test.app.database.asSystem((db) =>
        sql<{
          n: number;
        }>`select coalesce(sum(count), 0)::int as n from figure_type_day where type_code = 't-idea' and key = 'reported'`.execute(
          db,
        ),
      );
      return rows[0]?.n;
    };
    const before = await reported();
    const ask = { caseId, ground: 'unreasonable' as const, reason: '重复反映已办事项' };
    expect((await resident.ask(contract.askExclusion, ask)).status).toBe(403);
    await chief.call(contract.askExclusion, ask);
    expect((await chief.ask(contract.decideRequest, { caseId, grant: true })).error?.code).toBe('second-person-needed');
    await chief2.call(contract.decideRequest, { caseId, grant: true });
    expect(await detail(caseId, chief)).toMatchObject({ excluded: true, pending: null });
    expect((await chief.ask(contract.askExclusion, ask)).error?.code).toBe('already-excluded');
    expect((await chief.call(contract.listCases, { excluded: true })).cases.map((c) => c.id)).toEqual([caseId]);
    await test.settle();
    expect(await reported()).toBe((before ?? 0) - 1);
  });
});

describe('a themed call', () => {
  it('is read by everybody and answered from its first day to its last', async () => {
    const call = { typeCode: 't-idea', topic: '口袋公园怎么改', background: '三处待改造', ways: '手机上提交' };
    const days = { opensOn: '2026-03-16', closesOn: '2026-03-31' };
    expect((await secretary.ask(contract.saveCall, { ...call, ...days })).status).toBe(403);
    expect((await chief.ask(contract.saveCall, { ...call, ...days, typeCode: 't-joint' })).error?.code).toBe(
      'type-not-open',
    );
    expect(
      (await chief.ask(contract.saveCall, { ...call, opensOn: '2026-03-31', closesOn: '2026-03-16' })).status,
    ).toBe(400);
    const { callId } = await chief.call(contract.saveCall, { ...call, ...days });
    await report('t-idea', resident, { callId });
    const { calls } = await test.nobody.call(contract.listCalls, {});
    expect(calls).toMatchObject([{ id: callId, topic: '口袋公园怎么改', isOpen: true, received: 1 }]);
    expect((await chief.call(contract.listCases, { callId })).cases).toHaveLength(1);
    const place = { ...test.street.area.east1.point, address: '' };
    const other = { typeCode: '06010', words: '门口垃圾', place, callId };
    expect((await resident.ask(contract.reportCase, other)).error?.code).toBe('call-not-open');
    await chief.call(contract.saveCall, { ...call, callId, opensOn: '2026-03-01', closesOn: '2026-03-15' });
    const late = { typeCode: 't-idea', words: '我有建议', place, callId };
    expect((await resident.ask(contract.reportCase, late)).error?.code).toBe('call-not-open');
    expect((await test.nobody.call(contract.listCalls, {})).calls).toEqual([]);
    expect((await test.nobody.call(contract.listCalls, { open: false })).calls).toHaveLength(1);
  });
});
