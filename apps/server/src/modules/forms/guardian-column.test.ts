import * as contract from '@linli/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFormScene, type FormScene, permit, returnOf } from './form-scene.fixture.ts';

let scene: FormScene;
beforeAll(async () => {
  scene = await createFormScene();
}, 120_000);
afterAll(() => scene.test.close());

it('misses the guardian of a child, or of whom nobody knows the age; never of an adult', async () => {
  await permit(scene, 'guardians', ['person.name', 'person.born', 'person.sex']);
  // Eighteen on the day itself: grown up.
  await scene.add('person', 'east1', '成年', { sex: '1', born: '2008-03-16' });
  await scene.add('person', 'east1', '差一天', { sex: '1', born: '2008-03-17' });
  await scene.add('person', 'east1', '不详', { sex: '1' });
  const formId = await scene.publish({
    item: 'guardians',
    rows: { by: 'subject', noun: 'person', tags: [] },
    columns: [
      { key: 'c1', label: { zh: '姓名' }, bind: 'computed', computed: 'name' },
      { key: 'c2', label: { zh: '监护人' }, bind: 'link', link: 'guardian' },
    ],
  });
  const { rows, form } = await scene.secretary.call(contract.getReturn, {
    returnId: await returnOf(scene, formId, 'east'),
  });
  const states = Object.fromEntries(rows.map(({ cells }) => [cells[0]?.text, cells[1]?.state]));
  expect(states).toEqual({ 成年: 'blank', 差一天: 'gap', 不详: 'gap' });
  // What may be empty is not counted as missing.
  expect(form.counts).toMatchObject({ rows: 3, cells: 5, filled: 3 });
});
