import { sql } from 'kysely';
import { newId } from '../platform/ids.ts';
import type { TestApp } from './test-app.ts';

type Place = { id: string; path: string };

/** What an operation of tags is asked with at a place: made for it where it must be there. Null for other operations. */
export async function tagInputAt(test: TestApp, operation: string, area: Place): Promise<object | null> {
  const expression = { age: { min: 60 } };
  switch (operation) {
    case 'save-tag':
      return { areaId: area.id, name: { zh: '新标签' }, noun: 'person', purpose: { zh: '关心' }, sensitivity: 3 };
    case 'try-tag-rule':
      return { areaId: area.id, noun: 'person', rule: 'age >= 60' };
    case 'ask-tag-export':
      return { areaId: area.id, noun: 'person', expression, reason: '招聘会逐户通知' };
    case 'switch-tag':
      return { tagId: await addTag(test, area), version: 1, on: false };
    case 'set-tag':
    case 'unset-tag':
      return { subjectId: await addPerson(test, area), tagId: await addTag(test, area), why: '需要关心' };
    case 'list-subject-tags':
      return { subjectId: await addPerson(test, area) };
    case 'decide-tag-export':
      return { exportId: await addExport(test, area), grant: true, note: '同意' };
    default:
      return null;
  }
}

async function addTag(test: TestApp, { path }: Place): Promise<number> {
  const id = await test.app.database.asSystem(async (db) => {
    const { rows } = await sql<{
      id: number;
    }>`insert into tag (site_id, path, code, group_code, group_name, name, nouns, purpose, sensitivity, state,
        version, changed_at, changed_words)
      values (${test.street.siteId}, ${path}::ltree, ${newId()}, 'own', '{"zh":"自建"}', '{"zh":"手工"}', '{person}', '{"zh":"关心"}', 3, 'on', 1, now(), '')
      returning id`.execute(db);
    return rows[0]?.id ?? 0;
  });
  await test.app.refreshCaches();
  return id;
}

async function addPerson(test: TestApp, { path }: Place): Promise<string> {
  const id = newId();
  await test.app.database.asSystem((db) =>
    sql`insert into subject (id, site_id, noun, kind, name, path, created_at, changed_at)
      values (${id}, ${test.street.siteId}, 'person', 'here', '李四', ${path}::ltree, now(), now())`.execute(db),
  );
  return id;
}

async function addExport(test: TestApp, { path }: Place): Promise<string> {
  const { accountId } = await test.resident();
  const id = newId();
  await test.app.database.asSystem((db) =>
    sql`insert into tag_export (id, site_id, path, noun, expression, reason, subjects, state, asked_by, asked_words, asked_at)
      values (${id}, ${test.street.siteId}, ${path}::ltree, 'person', '{"age":{"min":60}}', '逐户通知', 1, 'asked', ${accountId}, '', now())`.execute(
      db,
    ),
  );
  return id;
}
