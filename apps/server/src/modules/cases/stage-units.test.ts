import * as contract from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../test/test-app.ts';
import { openStageScene, type StageScene } from './stage-scene.fixture.ts';

let scene: StageScene;
beforeAll(async () => {
  scene = await openStageScene();
}, 60_000);
afterAll(() => scene.test.close());

describe('duties', () => {
  it('become cases with unit and day in the same transaction, and hold the case open', async () => {
    const { chief, dispatcher, housing, police, unit, detail, met } = scene;
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
    const { secretary, greening, photo, unit, detail, summoned, sign } = scene;
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
    const { chief, greening, housing, unit, detail, summoned } = scene;
    const caseId = await summoned();
    const wish = { caseId, typeCode: 't-duty', unitId: unit('housing'), words: '核查产权', handleBy: '2026-03-19' };
    expect((await housing.ask(contract.openChildCase, wish)).status).toBe(404);
    const opened = await greening.call(contract.openChildCase, wish);
    expect((await detail(caseId)).children).toMatchObject([{ id: opened.child.caseId, number: opened.child.number }]);
    const story = (await detail(caseId)).story.at(-1);
    expect(story).toMatchObject({ kind: 'open-child', words: '核查产权' });
    // Also from the desk it is no citizen's report, which figures count apart.
    const byDesk = await chief.call(contract.openChildCase, { ...wish, words: '核查用途' });
    expect((await detail(byDesk.child.caseId, chief)).channel).toBe('unit');
    // Who opened it hears how it ends.
    expect((await greening.call(contract.listMyCases, {})).cases.map((c) => c.id)).toContain(opened.child.caseId);
  });
});

describe('a task force', () => {
  it('shows every unit the whole case, asks each in its turn and waits for all', async () => {
    const { secretary, greening, housing, police, detail, report, force } = scene;
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
    const { test, chief, greening, housing, unit, detail, report, force } = scene;
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
    const { test, chief, greening, housing, photo, unit, detail, summoned, sign, force } = scene;
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
