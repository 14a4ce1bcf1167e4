import * as contract from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';

let test: TestApp;
let worker: Caller;
let otherWorker: Caller;
let dispatcher: Caller;
let chief: Caller;
let chief2: Caller;
let checker: Caller;
let greening: Caller;
let resident: Caller;
let neighbour: Caller;

beforeAll(async () => {
  test = await createTestApp();
  worker = await test.staff('grid-worker', 'east1');
  otherWorker = await test.staff('grid-worker', 'west1');
  dispatcher = await test.staff('dispatcher', 'street');
  chief = await test.staff('duty-chief', 'street');
  chief2 = await test.staff('duty-chief', 'street');
  checker = await test.staff('checker', 'street');
  greening = await test.staff('unit-handler', 'street', 'greening');
  resident = await test.resident();
  neighbour = await test.resident();
});
afterAll(() => test.close());

const place = (key: 'east1' | 'west1' = 'east1') => ({
  ...test.street.area[key].point,
  crs: 'wgs84' as const,
  address: '东园路1弄2号',
});
const report = (by: Caller = resident, more: object = {}) =>
  by.call(contract.reportCase, {
    typeCode: '06010',
    words: '门口堆了几袋垃圾没人收',
    place: place(),
    form: {},
    photos: [],
    urgent: false,
    anonymous: false,
    ...more,
  });
const detail = (caseId: string, by: Caller = dispatcher) => by.call(contract.getCase, { caseId });

describe('a case from report to rating', () => {
  it('finds the micro-grid’s worker by rule, promises a time, is handled, checked by another and rated', async () => {
    const told = await report();
    expect(told).toMatchObject({ state: 'dispatched', areaName: '东园第1微网格' });
    expect(told.holder).toContain('东园第1微网格');
    expect(told.number).toMatch(/^20260316-\d{6}$/);
    expect(told.promisedAt).not.toBeNull();

    const mine = await worker.call(contract.listMyTasks, { limit: 50 });
    expect(mine.mine.map((c) => c.id)).toContain(told.caseId);
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
    expect(targets.targets[0]).toMatchObject({ why: 'returned-to', name: '房屋管理办' });
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

  it('rings each missed deadline once, however often workers look, and climbs the ladder', async () => {
    const told = await report();
    test.clock.forward(10 * 24 * 60);
    await Promise.all([test.settle(), test.settle()]);
    await test.settle();
    const story = (await detail(told.caseId)).story;
    const overdue = story.filter((s) => s.kind === 'overdue').map((s) => String(s.data.clock));
    expect(overdue.length).toBeGreaterThan(0);
    expect(new Set(overdue).size).toBe(overdue.length);
    const steps = story
      .filter((s) => s.kind === 'escalate' || s.kind === 'remind')
      .map((s) => `${s.kind}/${s.data.clock}/${s.data.afterMinutes}`);
    expect(new Set(steps).size).toBe(steps.length);
    expect(steps.length).toBeGreaterThan(0);
    expect(
      (await dispatcher.call(contract.listCases, { overdue: true, order: 'due', limit: 50 })).cases.map((c) => c.id),
    ).toContain(told.caseId);
  });

  it('merges: reporters follow to the parent and are answered there', async () => {
    const parent = await report(resident);
    const child = await report(neighbour);
    await dispatcher
      .call(contract.dispatchCase, { caseId: child.caseId, to: { kind: 'rule' }, words: '', ruling: false })
      .catch(() => undefined);
    const own = await neighbour.call(contract.reportCase, {
      typeCode: 'loc-99',
      words: '同一处垃圾',
      place: place(),
      form: {},
      photos: [],
      urgent: false,
      anonymous: false,
    });
    const merged = await dispatcher.call(contract.mergeCase, { caseId: own.caseId, intoCaseId: parent.caseId });
    expect(merged.state).toBe('merged');
    expect((await neighbour.call(contract.listMyCases, { limit: 50 })).cases.map((c) => c.id)).toContain(parent.caseId);
    expect((await detail(own.caseId, neighbour)).mergedInto?.id).toBe(parent.caseId);
  });

  it('joins instead of reporting again; urges once a day', async () => {
    const told = await report(resident);
    const like = await neighbour.call(contract.findLikeCases, {
      ...test.street.area.east1.point,
      typeCode: '06010',
      limit: 20,
    });
    expect(like.cases.map((c) => c.id)).toContain(told.caseId);
    await neighbour.call(contract.joinCase, { caseId: told.caseId });
    expect(await neighbour.ask(contract.joinCase, { caseId: told.caseId })).toMatchObject({
      status: 409,
      error: { code: 'already-joined' },
    });
    await neighbour.call(contract.urgeCase, { caseId: told.caseId, words: '' });
    expect(await neighbour.ask(contract.urgeCase, { caseId: told.caseId, words: '' })).toMatchObject({ status: 429 });
    expect(await detail(told.caseId)).toMatchObject({ urgedCount: 1, reporterCount: 2 });
  });

  it('refuses places outside, unknown types, missing places and unknown photos, each at its field', async () => {
    const base = {
      typeCode: '06010',
      words: '垃圾',
      place: place(),
      form: {},
      photos: [],
      urgent: false,
      anonymous: false,
    };
    expect(await resident.ask(contract.reportCase, { ...base, place: { ...place(), lng: 100 } })).toMatchObject({
      status: 409,
      error: { code: 'place-outside' },
    });
    expect(await resident.ask(contract.reportCase, { ...base, typeCode: 'no-such' })).toMatchObject({
      status: 409,
      error: { code: 'type-not-open' },
    });
    expect(await resident.ask(contract.reportCase, { ...base, place: null })).toMatchObject({
      status: 400,
      error: { code: 'place-needed' },
    });
    expect(await resident.ask(contract.reportCase, { ...base, photos: ['a'.repeat(64)] })).toMatchObject({
      status: 400,
      error: { fields: [{ path: 'photos' }] },
    });
    const many = await resident.ask(contract.reportCase, {
      ...base,
      words: '',
      extra: 1,
      form: { nothing: true },
    } as never);
    expect(many.error?.fields?.map((f) => f.path)).toEqual(expect.arrayContaining(['words', 'extra']));
    expect(await test.nobody.ask(contract.reportCase, { ...base, typeCode: 'voice-complaint' })).toMatchObject({
      status: expect.any(Number),
    });
  });

  it('reopens what was not solved, within the window only', async () => {
    const told = await report();
    const after = await worker.call(contract.handleCase, {
      caseId: told.caseId,
      result: 'solved',
      words: '好了',
      photos: [await worker.photo(3)],
    });
    if (after.state === 'handled')
      await checker.call(contract.checkCase, { caseId: told.caseId, pass: true, words: '', photos: [] });
    const again = await resident.call(contract.reopenCase, { caseId: told.caseId, words: '还在', photos: [] });
    expect(again.state).toBe('dispatched');
    expect((await detail(told.caseId)).round).toBe(2);
    const second = await worker.call(contract.handleCase, {
      caseId: told.caseId,
      result: 'solved',
      words: '又好了',
      photos: [await worker.photo(4)],
    });
    if (second.state === 'handled')
      await checker.call(contract.checkCase, { caseId: told.caseId, pass: true, words: '', photos: [] });
    test.clock.forward(17 * 24 * 60);
    expect(await resident.ask(contract.reopenCase, { caseId: told.caseId, words: '又来了', photos: [] })).toMatchObject(
      { status: 409, error: { code: 'reopen-window-over' } },
    );
  });

  it('solved on the spot: reported and handled in one go, never checked by the same worker', async () => {
    const done = await worker.call(contract.selfHandleCase, {
      typeCode: '06010',
      words: '路边垃圾',
      place: place(),
      form: {},
      before: [await worker.photo(5)],
      after: [await worker.photo(6)],
      done: '已清理',
    });
    expect(['handled', 'closed']).toContain(done.state);
    if (done.state === 'handled')
      expect(
        await worker.ask(contract.checkCase, { caseId: done.caseId, pass: true, words: '', photos: [] }),
      ).toMatchObject({ status: 409 });
  });

  it('masks the reporter and writes down who looked and why', async () => {
    const told = await report();
    const seen = await detail(told.caseId, worker);
    expect(seen.reporter.phone).toMatch(/^\d{3}\*{4}\d{4}$/);
    expect(seen.reporter.name).toMatch(/\*/);
    expect(await otherWorker.ask(contract.revealReporter, { caseId: told.caseId, reason: '随便看看' })).toMatchObject({
      status: 403,
    });
    const shown = await worker.call(contract.revealReporter, { caseId: told.caseId, reason: '约时间上门' });
    expect(shown.phone).toMatch(/^138\d{8}$/);
    const mine = await resident.call(contract.listRevealsAboutMe, {});
    expect(mine.reveals[0]).toMatchObject({ reason: '约时间上门', nounId: told.caseId });
  });
});
