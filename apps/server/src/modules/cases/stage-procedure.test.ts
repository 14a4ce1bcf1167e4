import * as contract from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStageScene, type StageScene } from './stage-scene.fixture.ts';

let scene: StageScene;
beforeAll(async () => {
  scene = await openStageScene();
}, 60_000);
afterAll(() => scene.test.close());

describe('a procedure', () => {
  it('begins when the case is taken and shows each who may know what', async () => {
    const { secretary, greening, detail, summoned, sign } = scene;
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
    const { secretary, greening, housing, unit, summoned, sign } = scene;
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
    const { greening, photo, summoned, sign } = scene;
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
    const { greening, photo, detail, summoned, sign } = scene;
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
    const { test, chief, dispatcher, greening, resident, photo, detail, report, sign, met } = scene;
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
    // Nor the stage's scans, which are also no thumbnail for lists.
    expect(JSON.stringify(told)).not.toContain(photo);
    expect(JSON.stringify(await detail(own))).toContain(photo);
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
    const { secretary, chief, greening, detail, met } = scene;
    const caseId = await met();
    await chief.call(contract.advanceCase, { caseId, stage: 'follow', outcome: 'done', words: '好了' });
    await secretary.call(contract.reopenCase, { caseId, words: '又乱了' });
    await greening.call(contract.takeCase, { caseId });
    const seen = await detail(caseId);
    expect(seen).toMatchObject({ stage: { key: 'sign-in' }, round: 2 });
    expect(seen.stages.map((s) => s.state)).toEqual(['current', 'ahead', 'ahead']);
  });
});

describe('a waiting window', () => {
  it('goes on by itself when it is over, once, and nothing was missed', async () => {
    const { test, greening, detail, report } = scene;
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
