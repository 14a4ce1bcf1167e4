import * as contract from '@linli/contract';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { aloneForm, createFormScene, elderFields, type FormScene, permit } from './form-scene.fixture.ts';

let scene: FormScene;
beforeEach(async () => {
  scene = await createFormScene();
  await permit(scene, 'elders', [...elderFields, 'home.gas']);
}, 60_000);
afterEach(() => scene.test.close());

const gas = { key: 'c9', label: { zh: '用气' }, bind: 'field', field: 'gas', of: 'home', whenEmpty: 'ask' } as const;
const columnsOf = (...keys: string[]) => aloneForm.columns.filter(({ key }) => keys.includes(key));

it('the questions of one form are what that form lacks, also of the homes, and nothing else of the same people', async () => {
  const homeId = await scene.add('home', 'east1', '示范路1号101室', {});
  const person = { born: '1940-01-01', livingArrangement: 'alone' };
  const subjectId = await scene.add('person', 'east1', '张某', person, { homeId });
  const phones = await scene.publish({ name: { zh: '电话' }, columns: columnsOf('c2', 'c4') });
  const helpers = await scene.publish({ name: { zh: '结对' }, columns: columnsOf('c2', 'c5') });
  const homes = await scene.publish({
    name: { zh: '用气' },
    columns: [...columnsOf('c2'), gas],
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

it('asks no more what no open return needs, and counts apart what only the form itself can fill', async () => {
  // Of no home: whether there is gas can be asked of nothing, so the form alone can say it.
  await scene.add('person', 'east1', '李某', { born: '1940-01-01', livingArrangement: 'alone' });
  const reason = '两张表各管一件事，季度末合并。';
  const both = await scene.publish({ name: { zh: '走访' }, columns: columnsOf('c2', 'c4', 'c5') }, reason);
  await scene.publish({ name: { zh: '电话' }, columns: columnsOf('c2', 'c4') }, reason);
  const homes = await scene.publish({ name: { zh: '用气' }, columns: [...columnsOf('c2'), gas] }, reason);
  const asked = async (formId?: string) => {
    const input = formId ? { formId } : {};
    const { questions, open, cells, ownCells } = await scene.secretary.call(contract.listQuestions, input);
    return { fields: questions.map(({ field }) => field).toSorted(), open, cells, ownCells };
  };
  expect(await asked()).toEqual({ fields: ['pairedHelper', 'phone'], open: 2, cells: 3, ownCells: 1 });
  expect(await asked(homes)).toEqual({ fields: [], open: 0, cells: 0, ownCells: 1 });
  await scene.department.call(contract.endForm, { formId: both });
  expect(await asked()).toEqual({ fields: ['phone'], open: 1, cells: 1, ownCells: 1 });
});
