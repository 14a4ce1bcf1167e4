import * as contract from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aloneForm, createFormScene, type FormScene } from './form-scene.fixture.ts';

let scene: FormScene;
beforeAll(async () => {
  scene = await createFormScene();
  const { siteId, area } = scene.test.street;
  const put = (code: string, path: string, state: string) =>
    scene.test.app.database.asSystem((db) =>
      sql`insert into tag (site_id, path, code, group_code, group_name, name, nouns, purpose, sensitivity, state, version, changed_at, changed_words)
        values (${siteId}, ${path}::ltree, ${code}, 'age', '{"zh":"年龄"}', ${JSON.stringify({ zh: code })}::jsonb, '{person}', '{"zh":"走访"}', 2, ${state}, 1,
          now(), '')`.execute(db),
    );
  await put('old', area.street.path, 'on');
  await put('gone', area.street.path, 'off');
  await put('ours', area.east.path, 'on');
}, 60_000);
afterAll(() => scene.test.close());

it('a department names the tags of the site by their words, and no committee’s own', async () => {
  const { tags } = await scene.department.call(contract.listFormTags, {});
  expect(tags).toContainEqual({ code: 'old', name: { zh: 'old' }, group: { zh: '年龄' }, nouns: ['person'] });
  expect(tags.filter(({ code }) => code === 'gone' || code === 'ours')).toEqual([]);
});

it('a tag of people is a column once an item of the list names it, and only one that the site has', async () => {
  const item = { code: 'tagged', name: '测试事项', law: '老年人权益保障法', units: [] };
  const keep = (fields: string[]) =>
    scene.admin.ask(contract.saveLegalItem, { item: { ...item, fields: ['person.name', ...fields] } });
  expect((await keep(['tag.nobody'])).error?.code).toBe('form-invalid');
  const definition = {
    ...aloneForm,
    item: 'tagged',
    rows: { by: 'subject' as const, noun: 'person' as const, tags: [] },
    columns: [{ key: 'c1', label: { zh: '高龄' }, bind: 'tag' as const, tag: 'old' }],
  };
  const problems = async () => (await scene.department.call(contract.saveForm, { definition })).problems;
  await scene.admin.call(contract.saveLegalItem, { item: { ...item, fields: ['person.name'] } });
  expect(await problems()).toMatchObject([{ code: 'field-not-in-item', detail: 'tag.old' }]);
  await scene.admin.call(contract.saveLegalItem, { item: { ...item, fields: ['person.name', 'tag.old'] } });
  expect(await problems()).toEqual([]);
});
