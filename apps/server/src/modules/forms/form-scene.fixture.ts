import * as contract from '@linli/contract';
import type { FormDefinition, SubjectNoun } from '@linli/domain';
import { sql } from 'kysely';
import { newId } from '../../platform/ids.ts';
import type { AreaKey } from '../../test/small-street.ts';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';
import { insertSubjects, writeFacts, writeSecrets } from '../registers/index.ts';

/** A street with people, and those who ask, answer and approve. */
export interface FormScene {
  test: TestApp;
  department: Caller;
  otherDepartment: Caller;
  secretary: Caller;
  westSecretary: Caller;
  chief: Caller;
  admin: Caller;
  add(
    noun: SubjectNoun,
    at: AreaKey,
    name: string,
    fields: Record<string, string | number | boolean>,
    more?: More,
  ): Promise<string>;
  file(definition: Partial<FormDefinition>): Promise<{ formId: string; revision: number }>;
  publish(definition: Partial<FormDefinition>, doubleReason?: string): Promise<string>;
}
interface More {
  secrets?: Record<string, string>;
  kind?: string;
  homeId?: string;
  householdId?: string;
}

export async function createFormScene(): Promise<FormScene> {
  const test = await createTestApp();
  const { street, app, crypto } = test;
  const add: FormScene['add'] = async (noun, at, name, fields, more = {}) => {
    const id = newId();
    const area = street.area[at];
    const area3 = street.area[at.slice(0, -1) as AreaKey]; // east1 lies in east
    const now = test.clock.now();
    await app.database.asSystem(async (db) => {
      await insertSubjects(db, [
        {
          id,
          siteId: street.siteId,
          noun,
          kind: more.kind ?? '',
          name,
          path: area.path,
          area2Id: street.area.homes.id,
          area3Id: area3.id,
          area4Id: area.id,
          buildingId: null,
          homeId: more.homeId ?? null,
          householdId: more.householdId ?? null,
          lng: null,
          lat: null,
          since: '2020-01-01',
          createdAt: now,
        },
      ]);
      const common = { subjectId: id, noun, source: 'office' as const, since: '2025-01-01', recordedBy: null };
      await writeFacts(
        db,
        Object.entries(fields).map(([field, value]) => ({ ...common, field, value, sourceId: null })),
        { now },
      );
      await writeSecrets(
        db,
        crypto,
        Object.entries(more.secrets ?? {}).map(([field, value]) => ({ ...common, field, value, kind: '' })),
        { now },
      );
    });
    return id;
  };
  const department = await test.staff('unit-lead', 'street', 'housing');
  const file: FormScene['file'] = async (definition) => {
    const { formId, revision } = await department.call(contract.saveForm, {
      definition: { ...aloneForm, ...definition },
    });
    return { formId, revision };
  };
  return {
    test,
    department,
    otherDepartment: await test.staff('unit-lead', 'street', 'police'),
    secretary: await test.staff('committee-secretary', 'east'),
    westSecretary: await test.staff('committee-secretary', 'west'),
    chief: await test.staff('duty-chief', 'street'),
    admin: await test.staff('system-admin', 'street'),
    add,
    file,
    async publish(definition, doubleReason) {
      const { formId, revision } = await file(definition);
      await department.call(contract.publishForm, { formId, revision, ...(doubleReason ? { doubleReason } : {}) });
      return formId;
    },
  };
}

/** Puts an item on the site's list that covers these fields. */
export async function permit(scene: FormScene, code: string, fields: readonly string[]): Promise<void> {
  await scene.admin.call(contract.saveLegalItem, {
    item: { code, name: '测试事项', law: '老年人权益保障法', fields: [...fields], units: [] },
  });
}

const label = (zh: string) => ({ zh });
export const aloneForm: FormDefinition = {
  name: label('独居老人'),
  purpose: '',
  item: 'elders',
  rows: { by: 'subject', noun: 'person', tags: [], when: 'field.livingArrangement == "alone" && age >= 60' },
  period: 'month',
  dueDays: 8,
  areas: [],
  columns: [
    { key: 'c1', label: label('序号'), bind: 'computed', computed: 'serial' },
    { key: 'c2', label: label('姓名'), bind: 'computed', computed: 'name' },
    { key: 'c3', label: label('年龄'), bind: 'computed', computed: 'age' },
    { key: 'c4', label: label('联系电话'), bind: 'field', field: 'phone', of: 'self', whenEmpty: 'ask' },
    { key: 'c5', label: label('结对关爱人'), bind: 'field', field: 'pairedHelper', of: 'self', whenEmpty: 'ask' },
    { key: 'c6', label: label('居住状况'), bind: 'field', field: 'livingArrangement', of: 'self', whenEmpty: 'ask' },
    { key: 'c7', label: label('助餐'), bind: 'field', field: 'mealService', of: 'self', whenEmpty: 'no' },
  ],
};
export const elderFields = [
  'person.name',
  'person.born',
  'person.phone',
  'person.pairedHelper',
  'person.livingArrangement',
  'person.mealService',
];

/** The return of a form in a committee. */
export async function returnOf(scene: FormScene, formId: string, areaKey: AreaKey): Promise<string> {
  const { rows } = await scene.test.app.database.asSystem((db) =>
    sql<{
      id: string;
    }>`select id from form_return where form_id = ${formId} and area_id = ${scene.test.street.area[areaKey].id}`.execute(
      db,
    ),
  );
  return rows[0]?.id ?? '';
}

/** Headers of somebody's session, for requests that are no operations. */
export async function headersOf({ test }: FormScene, caller: Caller): Promise<Record<string, string>> {
  const token = test.crypto.token();
  const now = test.clock.now();
  await test.app.database.asSystem((db) =>
    sql`insert into session (token_hash, account_id, created_at, seen_at, expires_at)
      values (${test.crypto.hashToken(token)}, ${caller.accountId}, ${now}, ${now}, ${new Date(now.getTime() + 9e9)})`.execute(
      db,
    ),
  );
  return { 'x-linli': '1', cookie: `linli_session=${token}` };
}
