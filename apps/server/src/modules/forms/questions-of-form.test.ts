import * as contract from '@linli/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aloneForm, createFormScene, elderFields, type FormScene, permit } from './form-scene.fixture.ts';

let scene: FormScene;
beforeAll(async () => {
  scene = await createFormScene();
  await permit(scene, 'elders', [...elderFields, 'home.gas']);
}, 60_000);
afterAll(() => scene.test.close());

const columnsOf = (...keys: string[]) => aloneForm.columns.filter(({ key }) => keys.includes(key));

it('the questions of one form are what that form lacks, also of the homes, and nothing else of the same people', async () => {
  const homeId = await scene.add('home', 'east1', '示范路1号101室', {});
  const person = { born: '1940-01-01', livingArrangement: 'alone' };
  const subjectId = await scene.add('person', 'east1', '张某', person, { homeId });
  const phones = await scene.publish({ name: { zh: '电话' }, columns: columnsOf('c2', 'c4') });
  const helpers = await scene.publish({ name: { zh: '结对' }, columns: columnsOf('c2', 'c5') });
  const homes = await scene.publish({
    name: { zh: '用气' },
    columns: [
      ...columnsOf('c2'),
      { key: 'c9', label: { zh: '用气' }, bind: 'field', field: 'gas', of: 'home', whenEmpty: 'ask' },
    ],
  });
  const asked = async (formId?: string) => {
    const { questions, open } = await scene.secretary.call(contract.listQuestions, formId ? { formId } : {});
    expect(open).toBe(questions.length);
    return questions.map((one) => [one.subjectId, one.field]).toSorted();
  };
  expect(await asked()).toHaveLength(3);
  expect(await asked(phones)).toEqual([[subjectId, 'phone']]);
  expect(await asked(helpers)).toEqual([[subjectId, 'pairedHelper']]);
  expect(await asked(homes)).toEqual([[homeId, 'gas']]);
});
