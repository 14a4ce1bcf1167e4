import * as contract from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aloneForm, createFormScene, elderFields, type FormScene, permit, returnOf } from './form-scene.fixture.ts';

let scene: FormScene;
let zhang: string;
let formId: string;
const period = '2026-03';

beforeAll(async () => {
  scene = await createFormScene();
  const { add } = scene;
  zhang = await add(
    'person',
    'east1',
    '张阿婆',
    { born: '1940-05-01', sex: '2', livingArrangement: 'alone', mealService: true },
    { secrets: { phone: '13800138001' } },
  );
  await add('person', 'east2', '李阿公', { born: '1938-01-01', livingArrangement: 'alone', pairedHelper: '王楼组长' });
  await add(
    'person',
    'west1',
    '赵阿婆',
    { born: '1936-01-01', livingArrangement: 'alone', pairedHelper: '孙阿姨' },
    { secrets: { phone: '13800138002' } },
  );
  await add('person', 'east1', '年轻人', { born: '1995-01-01', livingArrangement: 'alone' });
  await permit(scene, 'elders', elderFields);
}, 120_000);
afterAll(() => scene.test.close());

const read = (caller: FormScene['secretary'], returnId: string) => caller.call(contract.getReturn, { returnId });

describe('filing a form', () => {
  it('tells before publishing how full it would be, and what is wrong with it', async () => {
    const wrong = await scene.file({
      name: { zh: '越界' },
      columns: [
        ...aloneForm.columns,
        { key: 'x', label: { zh: '残疾' }, bind: 'field', field: 'disability', of: 'self', whenEmpty: 'ask' },
      ],
    });
    const preview = await scene.department.call(contract.previewForm, { formId: wrong.formId });
    expect(preview.problems).toEqual([
      expect.objectContaining({ code: 'field-not-in-item', detail: 'person.disability' }),
    ]);
    const refused = await scene.department.ask(contract.publishForm, wrong);
    expect(refused.error).toMatchObject({
      code: 'form-invalid',
      message: '表单还不能用：这个事项不含个人字段“残疾类别”。',
    });
    const good = await scene.file({});
    const { total, areas, columns } = await scene.department.call(contract.previewForm, { formId: good.formId });
    // Under five people are not told to a department, nor how full the rows of so few are.
    expect([total, columns.find(({ key }) => key === 'c4')?.percent]).toEqual([null, null]);
    expect(areas.find((area) => area.name === '东园居民区')).toMatchObject({ rows: null, percent: null });
    ({ formId } = good);
    expect(await scene.department.call(contract.publishForm, good)).toEqual({ version: 1, returns: 2 });
  });

  it('is no other department’s, and asks of people only what the registers may hold', async () => {
    const draft = await scene.file({ name: { zh: '别人的' } });
    expect((await scene.otherDepartment.ask(contract.publishForm, draft)).error?.code).toBe('not-allowed');
    expect((await scene.otherDepartment.ask(contract.getForm, { formId: draft.formId })).error?.code).toBe('not-found');
    const asked = await scene.department.call(contract.saveForm, {
      definition: {
        ...aloneForm,
        columns: [
          {
            key: 'q',
            label: { zh: '宗教信仰' },
            bind: 'asked',
            ask: { key: 'q', kind: 'text', label: { zh: '宗教信仰' } },
          },
        ],
      },
    });
    expect(asked.problems).toContainEqual(expect.objectContaining({ code: 'asked-of-people' }));
    const sly = await scene.department.call(contract.saveForm, {
      definition: { ...aloneForm, rows: { by: 'subject', noun: 'person', when: 'field.religion == "x"' } },
    });
    expect(sly.problems).toContainEqual(expect.objectContaining({ code: 'condition-invalid' }));
  });

  it('is recognised when it asks again what another form asks, and needs a reason', async () => {
    const again = await scene.file({ name: { zh: '独居情况统计' } });
    const preview = await scene.department.call(contract.previewForm, { formId: again.formId });
    expect(preview.doubles[0]).toMatchObject({ formId, shared: 1 });
    expect((await scene.department.ask(contract.publishForm, again)).error?.code).toBe('form-asked-already');
    await scene.department.call(contract.publishForm, { ...again, doubleReason: '走访要用单独一份名单' });
    for (const reader of [scene.chief, scene.secretary]) {
      const { versions } = await reader.call(contract.getForm, { formId: again.formId });
      expect(versions).toMatchObject([{ version: 1, again: { formId, reason: '走访要用单独一份名单' } }]);
    }
    expect((await scene.chief.call(contract.getForm, { formId })).versions).toMatchObject([{ again: null }]);
    await scene.department.call(contract.endForm, { formId: again.formId });
  });
});

describe('a return', () => {
  it('is filled by the registers, masked, stale or missing where it is, and shows people to those alone who keep the place', async () => {
    const returnId = await returnOf(scene, formId, 'east');
    const page = await read(scene.secretary, returnId);
    expect(page.rows.map((row) => row.cells.map((cell) => cell.text))).toEqual([
      ['1', '李阿公', '88', '', '王楼组长', '独居', '否'],
      ['2', '张阿婆', '85', '138****8001', '', '独居', '是'],
    ]);
    expect(page.form.counts).toEqual({ rows: 2, cells: 14, filled: 12, stale: 0, missing: 2, unknown: 0 });
    const above = await read(scene.chief, returnId);
    expect([above.showsRows, above.rows]).toEqual([false, []]);
    expect((await scene.westSecretary.ask(contract.getReturn, { returnId })).error?.code).toBe('not-found');
    expect((await scene.otherDepartment.ask(contract.getReturn, { returnId })).error?.code).toBe('not-found');
    const own = await read(scene.department, returnId);
    expect([own.showsRows, own.rows]).toEqual([false, []]);
  });

  it('keeps no sealed value: neither in its rows nor anywhere in the tables of forms', async () => {
    const { rows } = await scene.test.app.database.asSystem((db) =>
      sql<{ all: string }>`select string_agg(w::text, ' ') as all from form_row w`.execute(db),
    );
    expect(rows[0]?.all).not.toContain('138001380');
    expect(rows[0]?.all).toContain('x');
  });

  it('opens a cell to its fact, and tells when the register changed since', async () => {
    const returnId = await returnOf(scene, formId, 'east');
    const cell = await scene.secretary.call(contract.openCell, { returnId, rowKey: zhang, column: 'c6' });
    expect(cell.fact).toMatchObject({
      subjectId: zhang,
      field: 'livingArrangement',
      source: 'office',
      since: '2025-01-01',
      changed: false,
    });
    const name = await scene.secretary.call(contract.openCell, { returnId, rowKey: zhang, column: 'c1' });
    expect(name).toMatchObject({ subjectId: zhang, fact: null });
    const phone = await scene.secretary.call(contract.openCell, { returnId, rowKey: zhang, column: 'c4' });
    expect(phone).toMatchObject({ cell: { text: '138****8001', state: 'sealed' }, fact: { id: null, field: 'phone' } });
    expect((await scene.chief.ask(contract.openCell, { returnId, rowKey: zhang, column: 'c6' })).error?.code).toBe(
      'not-found',
    );
  });
});

describe('questions', () => {
  it('are asked once for two forms, and one answer serves both through the register', async () => {
    const second = await scene.publish(
      {
        name: { zh: '关爱结对' },
        columns: aloneForm.columns.filter(({ key }) => ['c2', 'c5'].includes(key)),
      },
      '街道结对专项核对',
    );
    const { questions, open, cells } = await scene.secretary.call(contract.listQuestions, {});
    expect([open, cells]).toEqual([2, 3]);
    const helper = questions.find((q) => q.field === 'pairedHelper');
    expect(helper?.forms.map((form) => form.id).toSorted()).toEqual([formId, second].toSorted());
    expect((await scene.westSecretary.call(contract.listQuestions, {})).questions).toEqual([]);
    const answers = [{ subjectId: zhang, field: 'pairedHelper', value: '钱阿姨' }];
    const foreign = await scene.westSecretary.call(contract.answerQuestions, { answers, tookSeconds: 50 });
    expect(foreign).toMatchObject({ answered: 0, refused: [{ problem: 'not-found' }] });
    expect(await scene.secretary.call(contract.answerQuestions, { answers, tookSeconds: 50 })).toEqual({
      answered: 1,
      forms: 2,
      refused: [],
    });
    for (const id of [formId, second]) {
      const page = await read(scene.secretary, await returnOf(scene, id, 'east'));
      expect(page.rows.flatMap((row) => row.cells.map((cell) => cell.text))).toContain('钱阿姨');
    }
    const { rows } = await scene.test.app.database.asSystem((db) =>
      sql<{
        source: string;
      }>`select source from fact where subject_id = ${zhang} and field = 'pairedHelper' and superseded_at is null`.execute(
        db,
      ),
    );
    expect(rows).toEqual([{ source: 'form' }]);
    const again = await scene.secretary.call(contract.answerQuestions, { answers, tookSeconds: 5 });
    expect(again.refused).toEqual([expect.objectContaining({ problem: 'not-asked' })]);
  });

  it('refuse what is no such value, take “nobody knows”, and count the time in groups for the committee', async () => {
    const { questions } = await scene.secretary.call(contract.listQuestions, {});
    const [phone] = questions;
    expect(phone).toMatchObject({ field: 'phone', kind: 'secret' });
    const subjectId = phone?.subjectId ?? '';
    const bad = await scene.secretary.call(contract.answerQuestions, {
      answers: [{ subjectId, field: 'phone', value: '123' }],
      tookSeconds: 5,
    });
    expect(bad.refused).toEqual([{ subjectId, field: 'phone', problem: 'wrong-format' }]);
    const returnId = await returnOf(scene, formId, 'east');
    const { form } = await read(scene.secretary, returnId);
    const early = await scene.secretary.ask(contract.moveReturn, { returnId, revision: form.revision, act: 'check' });
    expect(early.error).toMatchObject({ code: 'return-incomplete', params: { count: 1 } });
    await scene.secretary.call(contract.answerQuestions, {
      answers: [{ subjectId, field: 'phone', unknown: '家中无电话' }],
      tookSeconds: 20,
    });
    expect((await read(scene.secretary, returnId)).form.counts).toMatchObject({ missing: 0, unknown: 1 });
    const burden = await scene.secretary.call(contract.getBurden, { from: '2026-03-01', until: '2026-03-31' });
    // 45 seconds for two forms, then 22 for one.
    expect(burden.minutes).toBeCloseTo(67 / 60, 1);
    expect(burden.rows.every((row) => row.week === '2026-03-16' && row.areaName === '东园居民区')).toBe(true);
    expect(
      (await scene.westSecretary.call(contract.getBurden, { from: '2026-03-01', until: '2026-03-31' })).rows,
    ).toEqual([]);
  });
});

describe('the way of a return', () => {
  it('goes from the committee to the street and to the department, each doing its own', async () => {
    const returnId = await returnOf(scene, formId, 'east');
    const step = async (act: 'check' | 'give' | 'send-back', words = '') => {
      const { form } = await read(scene.secretary, returnId);
      return scene.secretary.ask(contract.moveReturn, { returnId, revision: form.revision, act, words });
    };
    const decide = async (approve: boolean, words = '') => {
      const { form } = await read(scene.chief, returnId);
      return scene.chief.ask(contract.decideReturn, { returnId, revision: form.revision, approve, words });
    };
    expect((await step('give')).error?.code).toBe('return-closed');
    expect((await step('check')).ok).toMatchObject({ state: 'checked' });
    expect((await step('give')).ok).toMatchObject({ state: 'given' });
    expect((await decide(false)).error?.code).toBe('reason-needed');
    expect((await decide(false, '电话请再核实')).ok).toMatchObject({ state: 'sent-back' });
    await step('check');
    await step('give');
    const early = await scene.department.call(contract.pullForm, { formId, period });
    expect(early.rows).toEqual([]);
    expect((await decide(true)).ok).toMatchObject({ state: 'approved' });
    expect((await scene.secretary.ask(contract.fillReturn, { returnId, revision: 1 })).error?.code).toBe(
      'return-closed',
    );
    const { steps } = await read(scene.secretary, returnId);
    expect(steps.map((one) => one.act)).toEqual(['check', 'give', 'send-back', 'check', 'give', 'approve']);
  });

  it('ends with the department’s pull: sealed in full as the item says, logged, and nobody else’s', async () => {
    const pulled = await scene.department.call(contract.pullForm, { formId, period });
    expect(pulled.rows.map((row) => row.cells[3]).toSorted()).toEqual(['', '13800138001']);
    expect((await scene.otherDepartment.ask(contract.pullForm, { formId, period })).error?.code).toBe('not-allowed');
    const { pulls, onTime, returns } = await scene.department.call(contract.getForm, { formId });
    expect(pulls[0]).toMatchObject({ way: 'operation', rows: 2, sealed: ['phone'] });
    expect([onTime, returns.length]).toEqual([1, 2]);
    // The person reads that it was fetched, by whom and on what ground; a stranger reads nothing of it.
    const person = await scene.test.resident('13800138001');
    const stranger = await scene.test.resident('13900139000');
    await scene.test.app.database.asSystem((db) =>
      sql`insert into subject_account (subject_id, account_id, proved_by, since)
        select form_row.row_key, ${person.accountId}, 'test', now() from form_row join form_return on form_return.id = form_row.return_id
        where form_return.form_id = ${formId} limit 1`.execute(db),
    );
    const { reveals } = await person.call(contract.listRevealsAboutMe, {});
    expect(reveals[0]).toMatchObject({ noun: 'form', nounId: formId, reason: expect.stringContaining('（') });
    expect((await stranger.call(contract.listRevealsAboutMe, {})).reveals).toEqual([]);
    // The item becomes narrower: what it no longer names is no longer given.
    await permit(
      scene,
      'elders',
      elderFields.filter((field) => field !== 'person.phone'),
    );
    const narrower = await scene.department.call(contract.pullForm, { formId, period });
    expect(narrower.rows.map((row) => row.cells[3])).toEqual(['', '']);
    await permit(scene, 'elders', elderFields);
  });

  it('is late when its day is over', async () => {
    const { committees } = await scene.chief.call(contract.listReturns, {});
    expect(committees.find((one) => one.name === '西园居民区')).toMatchObject({ late: 0, given: 0 });
    scene.test.clock.set('2026-04-09T10:00:00+08:00');
    const later = await scene.chief.call(contract.listReturns, { states: ['waiting'] });
    expect(later.committees.find((one) => one.name === '西园居民区')).toMatchObject({ late: 2 });
    expect(later.committees.find((one) => one.name === '东园居民区')).toMatchObject({ late: 1, given: 1 });
    await scene.test.settle();
    const { periods } = await scene.department.call(contract.getForm, { formId });
    expect(periods).toEqual(['2026-04', '2026-03']);
  });
});

describe('a ledger of people', () => {
  it('is owed by no business area, where nobody lives, until somebody does', async () => {
    expect(await returnOf(scene, formId, 'mall')).toBe('');
    await scene.add('person', 'mall1', '店中人', { livingArrangement: 'alone' });
    const later = await scene.publish({ name: { zh: '独居老人二' } }, '另一项工作');
    expect(await returnOf(scene, later, 'mall')).not.toBe('');
  });
});
