import * as contract from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LoopScene, loopScene } from './loop-scene.fixture.ts';

let test: LoopScene['test'];
let resident: LoopScene['resident'];
let neighbour: LoopScene['neighbour'];
let worker: LoopScene['worker'];
let otherWorker: LoopScene['otherWorker'];
let dispatcher: LoopScene['dispatcher'];
let checker: LoopScene['checker'];
let place: LoopScene['place'];
let report: LoopScene['report'];
let detail: LoopScene['detail'];

beforeAll(async () => {
  ({ test, resident, neighbour, worker, otherWorker, dispatcher, checker, place, report, detail } = await loopScene());
});
afterAll(() => test.close());

describe('the turns a case may take', () => {
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
