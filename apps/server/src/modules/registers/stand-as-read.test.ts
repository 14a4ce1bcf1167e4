import { changeFields, confirmFields, getSubject } from '@linli/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildHome, settle } from '../../test/register-scene.fixture.ts';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';

let test: TestApp;
let keeper: Caller;
let secretary: Caller;
let personId: string;

beforeAll(async () => {
  test = await createTestApp();
  keeper = await test.staff('grid-worker', 'east1');
  secretary = await test.staff('committee-secretary', 'east');
  const { homeId } = await buildHome(test, keeper, 'east1');
  ({ personId } = await settle(keeper, homeId, { name: '孙三', born: '1971-01-01', serial: 711 }));
}, 60_000);
afterAll(() => test.close());

type Entry = { code: string; value: string | boolean | null; was?: string | boolean | null };
const change = (who: Caller, ...fields: Entry[]) => who.ask(changeFields, { subjectId: personId, fields });
const standing = async (code: string) =>
  (await secretary.call(getSubject, { subjectId: personId })).groups
    .flatMap(({ fields }) => fields)
    .find((field) => field.code === code)?.value;

it('a value read before somebody else entered another is refused, field by field, and nothing is written', async () => {
  expect((await change(secretary, { code: 'speciality', value: '书法' }, { code: 'sex', value: '2' })).status).toBe(
    200,
  );
  const late = await change(
    keeper,
    { code: 'speciality', value: '木工', was: null },
    { code: 'wantsVolunteer', value: true, was: null },
    { code: 'sex', value: '1', was: '1' },
  );
  expect(late.status).toBe(400);
  expect(late.error?.fields?.map(({ path, code, message }) => [path, code, message.includes('已改为')])).toEqual([
    ['fields.0.value', 'moved-on', true],
    ['fields.2.value', 'moved-on', true],
  ]);
  expect([await standing('speciality'), await standing('wantsVolunteer')]).toEqual(['书法', null]);
});

it('the same value twice, a value as it stands and one that was not read are entered', async () => {
  expect((await change(keeper, { code: 'speciality', value: '书法', was: null })).status).toBe(200);
  expect((await change(keeper, { code: 'speciality', value: '木工', was: '书法' })).status).toBe(200);
  expect((await change(keeper, { code: 'speciality', value: '园艺' })).status).toBe(200);
  expect(await standing('speciality')).toBe('园艺');
});

it('a value is not confirmed that whoever found it true had not read', async () => {
  const confirm = (was?: Record<string, string>) =>
    keeper.call(confirmFields, { subjectId: personId, fields: ['speciality'], ...(was ? { was } : {}) });
  expect((await confirm({ speciality: '书法' })).confirmed).toEqual([]);
  expect((await confirm({ speciality: '园艺' })).confirmed).toEqual(['speciality']);
  expect((await confirm()).confirmed).toEqual(['speciality']);
});
