import * as contract from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restrictValues } from '../registers/index.ts';
import { createFormScene, type FormScene, permit, returnOf } from './form-scene.fixture.ts';

/** Answers go through the register's own door: what its person restricted, numbers two people cannot share, papers that say more. */
let scene: FormScene;
let zhang: string;
let formId: string;
const label = (zh: string) => ({ zh });
const field = (code: string, whenEmpty: 'ask' | 'blank' | 'no') => ({
  key: code,
  label: label(code),
  bind: 'field' as const,
  field: code,
  of: 'self' as const,
  whenEmpty,
});

beforeAll(async () => {
  scene = await createFormScene();
  zhang = await scene.add(
    'person',
    'east1',
    '张阿婆',
    { sex: '2', livingArrangement: 'alone', pairedHelper: '王楼组长', mealService: true },
    { secrets: { phone: '13800138001' } },
  );
  await permit(scene, 'elders', [
    'person.name',
    'person.born',
    'person.phone',
    'person.pairedHelper',
    'person.livingArrangement',
    'person.mealService',
    'person.idNumber',
  ]);
  formId = await scene.publish({
    rows: { by: 'subject', noun: 'person', tags: [], when: 'field.livingArrangement == "alone"' },
    columns: [
      { key: 'name', label: label('姓名'), bind: 'computed', computed: 'name' },
      { key: 'age', label: label('年龄'), bind: 'computed', computed: 'age' },
      field('phone', 'ask'),
      field('pairedHelper', 'blank'),
      field('mealService', 'no'),
      field('idNumber', 'ask'),
    ],
  });
}, 120_000);
afterAll(() => scene.test.close());

async function row() {
  const page = await scene.secretary.call(contract.getReturn, { returnId: await returnOf(scene, formId, 'east') });
  const cells = page.rows.find(({ key }) => key === zhang)?.cells ?? [];
  return { form: page.form, cells: new Map(page.columns.map(({ key }, n) => [key, cells[n]])) };
}

function answer(subjectId: string, code: string, value: string, confirms = false) {
  return scene.secretary.call(contract.answerQuestions, {
    answers: [{ subjectId, field: code, value }],
    tookSeconds: 5,
    confirms,
  });
}

async function refill(): Promise<void> {
  const { form } = await row();
  await scene.secretary.call(contract.fillReturn, { returnId: form.id, revision: form.revision });
}

describe('what its person wants no more used', () => {
  it('stands as a mark that says so and nothing else, is asked no more and counts for nothing', async () => {
    const { path } = scene.test.street.area.east1;
    const now = scene.test.clock.now();
    await scene.test.app.database.asSystem((db) =>
      restrictValues(db, scene.test.crypto, {
        subject: { id: zhang, path },
        fields: ['phone', 'pairedHelper', 'mealService'],
        rightsId: '0195a000-0000-7000-8000-000000000001',
        doing: { now, actorId: null, requestId: null },
      }),
    );
    await refill();
    const { cells, form } = await row();
    for (const key of ['phone', 'pairedHelper', 'mealService'])
      expect([key, cells.get(key)]).toEqual([key, { text: '', state: 'restricted' }]);
    // Name, age and number are left to be counted; the last two are not known.
    expect(form.counts).toMatchObject({ cells: 3, filled: 1, missing: 2 });
    const { questions } = await scene.secretary.call(contract.listQuestions, {});
    expect(questions.map((one) => one.field).toSorted()).toEqual(['born', 'idNumber']);
  });

  it('is refused by name when somebody answers it all the same, beside answers that are taken', async () => {
    // A question of before that still stands open somewhere.
    await scene.test.app.database.asSystem((db) =>
      sql`insert into form_question (subject_id, field, noun, site_id, area_id, path, asked_at)
        select id, 'pairedHelper', noun, site_id, area3_id, path, now() from subject where id = ${zhang}`.execute(db),
    );
    const result = await scene.secretary.call(contract.answerQuestions, {
      answers: [
        { subjectId: zhang, field: 'pairedHelper', value: '赵阿姨' },
        { subjectId: zhang, field: 'born', value: '1940-05-01' },
      ],
      tookSeconds: 5,
    });
    expect(result).toMatchObject({
      answered: 1,
      refused: [{ subjectId: zhang, field: 'pairedHelper', problem: 'field-restricted' }],
    });
    const { cells } = await row();
    expect([cells.get('pairedHelper')?.state, cells.get('age')?.text]).toEqual(['restricted', '85']);
    const { questions } = await scene.secretary.call(contract.listQuestions, {});
    expect(questions.map((one) => one.field)).toEqual(['idNumber']);
    const sealed = await answer(zhang, 'phone', '13800138009', true);
    expect(sealed.refused).toEqual([{ subjectId: zhang, field: 'phone', problem: 'field-restricted' }]);
  });
});

describe('an identity number', () => {
  it('that somebody else has brings both to the merge desk', async () => {
    const number = '310101194005010025';
    const other = await scene.add(
      'person',
      'east2',
      '张桂英',
      { born: '1940-05-01' },
      { secrets: { idNumber: number } },
    );
    expect(await answer(zhang, 'idNumber', number)).toMatchObject({ answered: 1, refused: [] });
    const { rows } = await scene.test.app.database.asSystem((db) =>
      sql<{ ids: string[]; agreed: string[] }>`select array[one_id, other_id]::text[] as ids, agreed from same_pair
        where ${zhang}::uuid in (one_id, other_id)`.execute(db),
    );
    expect(rows.map(({ ids }) => ids.toSorted())).toEqual([[zhang, other].toSorted()]);
    expect((await row()).cells.get('idNumber')).toMatchObject({ state: 'sealed' });
  });

  it('that is none is refused, and nothing of it kept', async () => {
    const result = await answer(zhang, 'idNumber', '310101194005010026', true);
    expect(result.refused).toEqual([{ subjectId: zhang, field: 'idNumber', problem: 'wrong-format' }]);
  });
});
