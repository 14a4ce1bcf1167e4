import * as contract from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { type LoopScene, loopScene } from './loop-scene.fixture.ts';

let test: LoopScene['test'];
let resident: LoopScene['resident'];
let neighbour: LoopScene['neighbour'];
let worker: LoopScene['worker'];
let otherWorker: LoopScene['otherWorker'];
let dispatcher: LoopScene['dispatcher'];
let chief: LoopScene['chief'];
let chief2: LoopScene['chief2'];
let checker: LoopScene['checker'];
let greening: LoopScene['greening'];
let place: LoopScene['place'];
let report: LoopScene['report'];
let detail: LoopScene['detail'];

beforeAll(async () => {
  ({
    test,
    resident,
    neighbour,
    worker,
    otherWorker,
    dispatcher,
    chief,
    chief2,
    checker,
    greening,
    place,
    report,
    detail,
  } = await loopScene());
});
afterAll(() => test.close());

describe('a case from report to rating', () => {
  it('finds the micro-grid’s worker by rule, promises a time, is handled, checked by another and rated', async () => {
    const told = await report();
    expect(told).toMatchObject({ state: 'dispatched', areaName: '东园第1微网格' });
    expect(told.holder).toContain('东园第1微网格');
    expect(told.number).toMatch(/^20260316-\d{6}$/);
    expect(told.promisedAt).not.toBeNull();

    const mine = await worker.call(contract.listMyTasks, { limit: 50 });
    // Who reported is known to whoever works on it, masked as everywhere.
    const { reporter } = await worker.call(contract.getCase, { caseId: told.caseId });
    expect(reporter.name).toMatch(/\*/);
    expect(mine.mine.find((c) => c.id === told.caseId)?.reporter).toEqual(reporter);
    expect((await otherWorker.call(contract.listMyTasks, { limit: 50 })).mine.map((c) => c.id)).not.toContain(
      told.caseId,
    );

    await worker.call(contract.takeCase, { caseId: told.caseId });
    const tooFew = await worker.ask(contract.handleCase, {
      caseId: told.caseId,
      result: 'solved',
      words: '已清运',
      photos: [],
    });
    expect(tooFew).toMatchObject({ status: 409, error: { code: 'evidence-missing', params: { count: 1 } } });
    const after = await worker.call(contract.handleCase, {
      caseId: told.caseId,
      result: 'solved',
      words: '已清运',
      photos: [await worker.photo()],
    });
    if (after.state === 'handled') {
      const own = await worker.ask(contract.checkCase, { caseId: told.caseId, pass: true, words: '', photos: [] });
      expect(own).toMatchObject({ status: 409, error: { code: 'handler-cannot-check' } });
      await checker.call(contract.checkCase, { caseId: told.caseId, pass: true, words: '', photos: [] });
    }
    expect((await detail(told.caseId)).state).toBe('closed');
    const rated = await resident.call(contract.rateCase, { caseId: told.caseId, rating: 5, words: '很快' });
    expect(rated.can).not.toContain('rate');
    expect(await resident.ask(contract.rateCase, { caseId: told.caseId, rating: 1, words: '' })).toMatchObject({
      status: 409,
      error: { code: 'already-rated' },
    });
  });

  it('does the same request once: sequentially, at the same time, and refuses the id for something else', async () => {
    const requestId = newId();
    const input = {
      requestId,
      typeCode: '06010',
      words: '同一件事只报一次',
      place: place(),
      form: {},
      photos: [],
      urgent: false,
      anonymous: false,
    };
    const first = await resident.call(contract.reportCase, input);
    expect(await resident.call(contract.reportCase, input)).toEqual(first);
    const together = newId();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => resident.call(contract.reportCase, { ...input, requestId: together })),
    );
    expect(new Set(answers.map((a) => a.number)).size).toBe(1);
    expect(await resident.ask(contract.reportCase, { ...input, words: '别的内容' })).toMatchObject({
      status: 409,
      error: { code: 'request-id-reused' },
    });
    const note = newId();
    await Promise.all(
      Array.from({ length: 6 }, () =>
        dispatcher.call(contract.noteCase, { requestId: note, caseId: first.caseId, words: '备注一次', photos: [] }),
      ),
    );
    expect((await detail(first.caseId)).story.filter((s) => s.kind === 'note').length).toBe(1);
  });

  it('gives a case from a pool to the first who takes it', async () => {
    const firm1 = await test.staff('unit-handler', 'east', 'firm');
    const firm2 = await test.staff('unit-handler', 'east', 'firm');
    const types = await firm1.call(contract.listCaseTypes, { for: 'all' });
    const pooled = types.types.find(
      (t) => t.definition.reporters.includes('resident') && t.definition.dispatch.at(-1)?.target.to === 'pool',
    );
    expect(pooled).toBeDefined();
    const told = await resident.call(contract.reportCase, {
      typeCode: pooled?.definition.code ?? '',
      words: '楼道灯坏了请来修',
      place: place(),
      form: Object.fromEntries(
        (pooled?.definition.form ?? []).filter((f) => f.required).map((f) => [f.key, f.options?.[0]?.value ?? '2']),
      ),
      photos: [],
      urgent: false,
      anonymous: false,
    });
    expect(told.state).toBe('dispatched');
    expect((await firm1.call(contract.listMyTasks, { limit: 10 })).pool.map((c) => c.id)).toContain(told.caseId);
    const results = await Promise.all([firm1, firm2].map((f) => f.ask(contract.takeCase, { caseId: told.caseId })));
    expect(results.map((r) => r.status).toSorted()).toEqual([200, 409]);
    expect(results.find((r) => r.status === 409)?.error).toMatchObject({ code: 'wrong-state', state: 'in-hand' });
  });

  it('lets a unit return what is not its own, twice, and then the dispatcher rules', async () => {
    const told = await report();
    const send = (ruling = false) =>
      dispatcher.call(contract.dispatchCase, {
        caseId: told.caseId,
        to: { kind: 'unit', unitId: test.street.unit.greening.id },
        words: '',
        ruling,
      });
    const back = () =>
      greening.ask(contract.returnCase, {
        caseId: told.caseId,
        reason: '属于房管',
        rightUnitId: test.street.unit.housing.id,
      });
    await worker.call(contract.returnCase, {
      caseId: told.caseId,
      reason: '不归网格员',
      rightUnitId: test.street.unit.greening.id,
    });
    await send();
    expect((await back()).status).toBe(200);
    await send();
    expect(await back()).toMatchObject({ status: 409, error: { code: 'returns-used-up', params: { max: 2 } } });
    const targets = await dispatcher.call(contract.suggestTargets, { caseId: told.caseId });
    expect(targets.targets[0]).toMatchObject({ why: 'returned-to', name: '房屋管理办', area: null });
    // A station has many posts of one name: each says where it is held.
    const posts = targets.targets.filter(({ postId }) => postId !== null);
    expect(posts).not.toEqual([]);
    for (const { area } of posts) expect(area).not.toBeNull();
  });

  it('keeps a private case from a neighbour, and tells him nothing of it', async () => {
    const told = await report(resident, { visibility: 'private' });
    expect(await neighbour.ask(contract.getCase, { caseId: told.caseId })).toMatchObject({ status: 404 });
    expect(await test.nobody.ask(contract.getCase, { caseId: told.caseId })).toMatchObject({ status: 404 });
    expect((await detail(told.caseId, resident)).reporter.mine).toBe(true);
    expect(await otherWorker.ask(contract.getCase, { caseId: told.caseId })).toMatchObject({ status: 404 });
    expect(await neighbour.ask(contract.joinCase, { caseId: told.caseId })).toMatchObject({ status: 404 });
  });

  it('suspends on a second person’s word, stands still, resumes, and never lets the asker decide', async () => {
    const told = await report();
    await worker.call(contract.takeCase, { caseId: told.caseId });
    await worker.call(contract.askSuspension, { caseId: told.caseId, reason: '等配件' });
    expect(await worker.ask(contract.decideRequest, { caseId: told.caseId, grant: true, words: '' })).toMatchObject({
      status: 403,
    });
    await chief.call(contract.decideRequest, { caseId: told.caseId, grant: true, words: '同意' });
    const before = await detail(told.caseId);
    expect(before).toMatchObject({ state: 'suspended', due: null });
    test.clock.forward(3 * 24 * 60);
    await test.settle();
    expect((await detail(told.caseId)).story.some((s) => s.kind === 'overdue')).toBe(false);
    await worker.call(contract.resumeCase, { caseId: told.caseId, words: '' });
    const resumed = await detail(told.caseId);
    expect(resumed.state).toBe('in-hand');
    expect(new Date(resumed.due?.at ?? 0).getTime()).toBeGreaterThan(test.clock.now().getTime());
  });

  it('voids only with a second person', async () => {
    const told = await report();
    await chief.call(contract.askVoid, { caseId: told.caseId, reason: '测试数据' });
    expect(await chief.ask(contract.decideRequest, { caseId: told.caseId, grant: true, words: '' })).toMatchObject({
      status: 409,
      error: { code: 'second-person-needed' },
    });
    expect(await chief2.call(contract.decideRequest, { caseId: told.caseId, grant: true, words: '' })).toMatchObject({
      state: 'void',
    });
  });
});
