import * as contract from '@linli/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Caller } from '../../../test/test-app.ts';
import { createTagScene, type TagScene } from './tag-scene.fixture.ts';

/** The figures at the head of the registers: everything of a noun on the site, told for one area of it. */
let scene: TagScene;

beforeAll(async () => {
  scene = await createTagScene();
  for (let i = 0; i < 6; i++) await scene.put({ area: 'east1' });
  for (let i = 0; i < 3; i++) await scene.put({ area: 'west1' });
  for (let i = 0; i < 2; i++) await scene.put({ area: 'mall1', noun: 'entity' });
  await scene.test.settle();
}, 60_000);
afterAll(() => scene.test.close());

async function total(caller: Caller, noun: 'person' | 'entity' | 'household', areaId?: string) {
  const question = {
    expression: { place: scene.test.street.siteId },
    noun,
    level: 1,
    ...(areaId === undefined ? {} : { areaId }),
  };
  return (await caller.call(contract.countByTags, question)).total;
}

describe('the totals of the registers', () => {
  it('are those of the site or of the chosen area, within the reader’s places', async () => {
    const { test, secretary, chief } = scene;
    const { east, west } = test.street.area;
    await vi.waitFor(async () => {
      await test.app.tagIndex.caughtUp();
      expect(await total(chief, 'person')).toBe(9);
    }, 20_000);
    expect(await total(chief, 'household')).toBe(0);
    expect(await total(secretary, 'person')).toBe(6);
    expect(await total(secretary, 'person', east.id)).toBe(6);
    // Beside three people of the other committee the six would give those away.
    expect([await total(chief, 'person', west.id), await total(chief, 'person', east.id)]).toEqual(['few', 'withheld']);
    expect(await total(chief, 'entity')).toBe(2);
    await expect(total(secretary, 'person', west.id)).rejects.toThrow('not-found');
  });
});
