import * as contract from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStageScene, type StageScene } from './stage-scene.fixture.ts';

let scene: StageScene;
beforeAll(async () => {
  scene = await openStageScene();
}, 60_000);
afterAll(() => scene.test.close());

describe('leaving a case out of the figures', () => {
  it('takes two people, also after it closed, and the figures follow', async () => {
    const { test, chief, chief2, greening, resident, detail, report } = scene;
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
