import * as contract from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFormScene, elderFields, type FormScene, permit } from './form-scene.fixture.ts';

let scene: FormScene;
let formId: string;
beforeAll(async () => {
  scene = await createFormScene();
  await permit(scene, 'elders', elderFields);
  formId = await scene.publish({});
}, 60_000);
afterAll(() => scene.test.close());

describe('asks outside the forms', () => {
  it('are registered, refused with an article in one click, and seen above', async () => {
    const { east } = scene.test.street.area;
    const unitId = scene.test.street.unit.housing.id;
    const ask = {
      areaId: east.id,
      unitId,
      way: 'message' as const,
      words: '请报独居老人名单',
      headings: ['姓名', '年龄', '联系电话'],
      askedOn: '2026-03-16',
    };
    expect((await scene.westSecretary.ask(contract.registerAsk, ask)).error?.code).toBe('not-found');
    expect((await scene.secretary.ask(contract.registerAsk, { ...ask, askedOn: '2099-01-01' })).error?.code).toBe(
      'ask-day-ahead',
    );
    const { askId, known } = await scene.secretary.call(contract.registerAsk, ask);
    expect(known).toMatchObject({ formId, share: 1 });
    const refused = await scene.secretary.call(contract.refuseAsk, { askId, article: 'data-reuse' });
    expect(refused.article).toContain('第三十条');
    expect((await scene.secretary.ask(contract.refuseAsk, { askId })).error?.code).toBe('ask-settled');
    for (const who of [scene.chief, scene.department])
      expect((await who.call(contract.listAsks, {})).asks).toEqual([
        expect.objectContaining({ id: askId, state: 'refused', mayRefuse: false }),
      ]);
    expect((await scene.otherDepartment.call(contract.listAsks, {})).asks).toEqual([]);
  });
});
