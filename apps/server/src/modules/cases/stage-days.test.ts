import * as contract from '@linli/contract';
import { systemActor } from '@linli/domain';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDirectory } from '../org/index.ts';
import { loadPlaceIndex } from '../places/index.ts';
import { loadCatalogue } from './catalogue.ts';
import { findChildren } from './find-children.ts';
import { openStageScene, type StageScene } from './stage-scene.fixture.ts';

let scene: StageScene;
beforeAll(async () => {
  scene = await openStageScene();
}, 60_000);
afterAll(() => scene.test.close());

const field = (path: string) => ({
  status: 400,
  error: { code: 'input-invalid', fields: [{ path, code: 'too-big' }] },
});

describe('a day in a year without a holiday table', () => {
  it('is a fault of the field, never of the server', async () => {
    const { greening, housing, photo, unit, summoned, sign } = scene;
    const caseId = await summoned();
    const child = { caseId, typeCode: 't-duty', unitId: unit('housing'), words: '核查产权' };
    expect(await greening.ask(contract.openChildCase, { ...child, handleBy: '2090-05-01' })).toMatchObject(
      field('handleBy'),
    );
    const parts = [
      { unitId: unit('greening'), lead: true },
      { unitId: unit('housing'), lead: false, dueDay: '2090-05-01' },
    ];
    expect(await greening.ask(contract.splitCase, { caseId, parts })).toMatchObject(field('parts.1.dueDay'));
    await sign(caseId);
    const duty = { unitId: unit('housing'), words: '拆除', handleBy: '2090-05-01' };
    const agreed = { caseId, stage: 'meet', outcome: 'agreed', form: { minutes: '记' }, photos: [photo] };
    expect(await greening.ask(contract.advanceCase, { ...agreed, duties: [duty] })).toMatchObject(
      field('duties.0.handleBy'),
    );
    expect((await housing.call(contract.listMyTasks, {})).mine).toEqual([]);
  });

  it('is refused of a case taken over from elsewhere', async () => {
    const { dispatcher, test } = scene;
    const past = {
      source: { system: 'old', externalId: 'x-1990' },
      typeCode: 'loc-99',
      areaId: test.street.area.east1.id,
      words: '旧事',
      reportedAt: '1990-03-10T02:00:00Z',
    };
    expect(await dispatcher.ask(contract.importCase, past)).toMatchObject({
      status: 400,
      error: { fields: [{ path: 'reportedAt', code: 'too-small' }] },
    });
  });
});

describe('a task force formed anew', () => {
  it('tells only who is new or asked something else', async () => {
    const { chief, greening, housing, police, test, unit, summoned, force } = scene;
    const caseId = await summoned();
    await force(caseId);
    await test.settle();
    const heard = async (who: typeof housing) => {
      const { notices } = await who.call(contract.listNotices, {});
      return notices.filter((one) => one.kind === 'case.part' && one.nounId === caseId).length;
    };
    expect([await heard(housing), await heard(police)]).toEqual([1, 1]);
    await greening.call(contract.splitCase, {
      caseId,
      parts: [
        { unitId: unit('greening'), lead: true },
        { unitId: unit('housing'), lead: false, words: '查产权' },
        { unitId: unit('police'), lead: false, words: '维持秩序' },
      ],
    });
    await test.settle();
    expect([await heard(housing), await heard(police)]).toEqual([1, 2]);
    expect((await chief.call(contract.getCase, { caseId })).parts).toHaveLength(3);
  });

  it('may be one unit where a stage waits for its answer', async () => {
    const { greening, housing, unit, report } = scene;
    const caseId = await report('t-joint');
    await greening.call(contract.takeCase, { caseId });
    const parts = [{ unitId: unit('housing'), lead: false, words: '查产权' }];
    await greening.call(contract.splitCase, { caseId, parts });
    const end = { caseId, stage: 'decide', outcome: 'answered' };
    expect((await greening.ask(contract.advanceCase, end)).error?.code).toBe('parts-unfinished');
    await housing.call(contract.finishPart, { caseId, words: '已查' });
    expect((await greening.call(contract.advanceCase, end)).state).toBe('closed');
  });
});

describe('duties of several cases', () => {
  it('are shown of each, however many another one has', async () => {
    const { test, summoned, greening, unit } = scene;
    const [many, few] = [await summoned(), await summoned()];
    const wish = (caseId: string) => ({ caseId, typeCode: 't-duty', unitId: unit('housing'), words: '核查' });
    const { child } = await greening.call(contract.openChildCase, wish(many));
    await greening.call(contract.openChildCase, wish(few));
    const found = await test.app.database.asSystem(async (db) => {
      const deps = {
        catalogue: await loadCatalogue(db),
        directory: await loadDirectory(db),
        places: await loadPlaceIndex(db, test.clock),
        now: test.clock.now(),
      };
      await sql`insert into cases select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'number', 'copy-' || n,
        'reported_at', c.reported_at - interval '1 day'))).* from cases c, generate_series(1, 400) n where c.id = ${child.caseId}`.execute(
        db,
      );
      const children = await findChildren(db, [many, few], systemActor, deps);
      await sql`delete from cases where number like 'copy-%'`.execute(db);
      return children;
    });
    expect(found.get(many)).toHaveLength(300);
    expect(found.get(few)).toHaveLength(1);
  });
});

describe('the promised day', () => {
  it('is that of the stage where the type has no overall term', async () => {
    const { dispatcher, greening, resident, report, test } = scene;
    const caseId = await report('t-stepwise', resident);
    const promised = async () => (await resident.call(contract.getCase, { caseId })).promisedAt;
    expect(await promised()).toBeNull();
    await greening.call(contract.takeCase, { caseId });
    expect(await promised()).toBe('2026-03-18T09:30:00.000Z');
    const { cases } = await dispatcher.call(contract.listCases, { typeCodes: ['t-stepwise'] });
    expect(cases[0]).toMatchObject({ promisedAt: '2026-03-18T09:30:00.000Z', stage: { name: { zh: '看现场' } } });
    await greening.call(contract.advanceCase, { caseId, stage: 'look', outcome: 'seen' });
    expect(await promised()).toBeNull();
    expect(test.clock.now().toISOString()).toBe('2026-03-16T02:00:00.000Z');
  });
});
