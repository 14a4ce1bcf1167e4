import * as contract from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStageScene, type StageScene } from './stage-scene.fixture.ts';

let scene: StageScene;
beforeAll(async () => {
  scene = await openStageScene();
}, 60_000);
afterAll(() => scene.test.close());

const reason = '文字说的是另一回事';

/** A resident's report that lies at the desk, accepted: no rule sends it anywhere. */
async function atDesk(): Promise<string> {
  const caseId = await scene.report('loc-99', scene.resident);
  await scene.dispatcher.call(contract.acceptCase, { caseId });
  return caseId;
}

describe('change-case-type', () => {
  it('takes a case for another kind: version, form, story, journal', async () => {
    const { dispatcher, resident, detail, test } = scene;
    const caseId = await atDesk();
    test.clock.forward(60);
    const after = await dispatcher.call(contract.changeCaseType, { caseId, typeCode: 't-idea', reason });
    expect(after).toMatchObject({ state: 'accepted' });
    expect(after.can).toContain('dispatch');
    const read = await detail(caseId, dispatcher);
    expect(read).toMatchObject({ typeCode: 't-idea', visibility: 'public', form: {}, type: { code: 't-idea' } });
    // Of the kind before nothing runs on, and this one has no terms of its own.
    expect(read.clocks.filter(({ stoppedAt }) => stoppedAt === null)).toEqual([]);
    expect(read.story.at(-1)).toMatchObject({
      kind: 'retype',
      words: reason,
      data: { toType: { zh: '试建议' } },
    });
    const own = (await detail(caseId, resident)).story.at(-1);
    expect(own).toMatchObject({ kind: 'retype', words: '', data: { toType: { zh: '试建议' } } });
    const { rows } = await test.app.database.asSystem((db) =>
      sql<{ data: object }>`select data from journal where noun_id = ${caseId} and kind = 'case.retyped'`.execute(db),
    );
    expect(rows).toMatchObject([{ data: { typeCode: 't-idea', of: { from: 'loc-99' } } }]);
    await dispatcher.call(contract.dispatchCase, { caseId, words: '', ruling: false, to: { kind: 'rule' } });
    test.clock.set('2026-03-16T10:00:00+08:00');
  });

  it('counts the clocks of the other kind from the report', async () => {
    const { dispatcher, detail, test } = scene;
    const caseId = await atDesk();
    test.clock.forward(26 * 60);
    await dispatcher.call(contract.changeCaseType, { caseId, typeCode: 't-summons', reason });
    const total = (await detail(caseId, dispatcher)).clocks.find(({ name }) => name === 'total');
    // Twenty working days from the 16th, not from the 17th; one of them, Qingming, is free.
    expect(total?.dueAt).toBe('2026-04-14T09:30:00.000Z');
    test.clock.set('2026-03-16T10:00:00+08:00');
  });

  it('asks the form of the other kind', async () => {
    const { dispatcher, unit } = scene;
    const caseId = await atDesk();
    const to = (form: object, typeCode = 't-petition') =>
      dispatcher.ask(contract.changeCaseType, { caseId, typeCode, form, reason } as never); // any form
    expect((await to({ other: 'x' })).error?.fields).toMatchObject([{ path: 'form.other', code: 'unknown' }]);
    expect((await to({ about: 'nobody' })).status).toBe(400);
    expect((await to({}, 'loc-99')).error?.fields).toMatchObject([{ path: 'typeCode', code: 'not-an-option' }]);
    expect((await to({}, 'no-such-kind')).error?.code).toBe('type-not-open');
    expect((await to({}, 't-duty')).error?.code).toBe('type-not-open');
    expect((await to({ about: unit('housing') })).status).toBe(200);
  });

  it('is the desk’s, and only before anybody works on it', async () => {
    const { greening, secretary, dispatcher, resident, summoned } = scene;
    const caseId = await atDesk();
    const wish = { caseId, typeCode: 't-idea', reason };
    for (const other of [greening, resident])
      expect([403, 404]).toContain((await other.ask(contract.changeCaseType, wish)).status);
    expect((await scene.test.nobody.ask(contract.changeCaseType, wish)).status).toBe(401);
    const begun = { ...wish, caseId: await summoned() };
    expect((await dispatcher.ask(contract.changeCaseType, begun)).error?.code).toBe('wrong-state');
    expect((await secretary.ask(contract.changeCaseType, wish)).status).toBe(200);
    expect((await dispatcher.ask(contract.changeCaseType, { ...wish, seq: 1, typeCode: 'loc-99' })).error?.code).toBe(
      'changed-meanwhile',
    );
  });

  it('closes a case to those who may not read sealed ones, and lets only who may open it again', async () => {
    const { chief, dispatcher, housing, resident, detail, unit } = scene;
    const caseId = await atDesk();
    const sealed = { caseId, typeCode: 't-petition', form: { about: unit('housing') }, reason };
    const after = await dispatcher.call(contract.changeCaseType, sealed);
    expect(after.can).not.toContain('dispatch');
    for (const who of [dispatcher, housing]) expect((await who.ask(contract.getCase, { caseId })).status).toBe(404);
    expect((await detail(caseId, chief)).visibility).toBe('sealed');
    const open = { caseId, typeCode: 't-idea', reason: '其实是建议' };
    expect((await dispatcher.ask(contract.changeCaseType, open)).status).toBe(404);
    await chief.call(contract.changeCaseType, open);
    const { visibility, story } = await detail(caseId, dispatcher);
    // Told in confidence once, it is not shown to everybody, nor what had been filled in then.
    expect(visibility).toBe('private');
    expect(JSON.stringify(story)).not.toContain(unit('housing'));
    expect((await detail(caseId, resident)).typeCode).toBe('t-idea');
  });

  it('takes its figures along', async () => {
    const { dispatcher, test } = scene;
    const caseId = await atDesk();
    await test.settle();
    const count = async (typeCode: string) => {
      const { rows } = await test.app.database.asSystem((db) =>
        sql<{
          n: number;
        }>`select coalesce(sum(count), 0)::int as n from figure_type_day where type_code = ${typeCode} and key = 'reported'`.execute(
          db,
        ),
      );
      return rows[0]?.n ?? 0;
    };
    const spot = async () => {
      const { rows } = await test.app.database.asSystem((db) =>
        sql<{ type_code: string }>`select type_code from place_report where case_id = ${caseId}`.execute(db),
      );
      return rows.map((row) => row.type_code);
    };
    const before = [await count('loc-99'), await count('t-joint')];
    expect(await spot()).toEqual(['loc-99']);
    await dispatcher.call(contract.changeCaseType, { caseId, typeCode: 't-joint', reason });
    await test.settle();
    expect([await count('loc-99'), await count('t-joint')]).toEqual([(before[0] ?? 0) - 1, (before[1] ?? 0) + 1]);
    expect(await spot()).toEqual(['t-joint']);
    await dispatcher.call(contract.changeCaseType, { caseId, typeCode: 't-petition', reason });
    await test.settle();
    expect(await spot()).toEqual([]);
  });
});
