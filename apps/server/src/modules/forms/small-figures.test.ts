import * as contract from '@linli/contract';
import type { FormDefinition } from '@linli/domain';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFormScene, elderFields, type FormScene, permit, returnOf } from './form-scene.fixture.ts';

/** What those who see no people are told of figures: by the street's page, an opened cell and the department's pull. */
let scene: FormScene;
let formId: string;

interface Made {
  at: 'east1' | 'east2';
  sex: string;
  lives: string;
  hours: number | null;
}
let made: Made[] = [];

const label = (zh: string) => ({ zh });
const chosen = { noun: 'person' as const, tags: [] };
const counts: Record<string, (one: Made) => boolean> = {
  all: () => true,
  women: (one) => one.sex === '2',
  others: (one) => one.sex !== '2',
  alone: (one) => one.lives === 'alone',
  aloneWomen: (one) => one.lives === 'alone' && one.sex === '2',
};
const definition: Partial<FormDefinition> = {
  name: label('人数不多的统计'),
  item: 'figures',
  rows: { by: 'area', level: 'micro-grid' },
  columns: [
    { key: 'grid', label: label('微网格'), bind: 'computed', computed: 'micro-grid' },
    { key: 'all', label: label('人数'), bind: 'figure', ...chosen },
    { key: 'women', label: label('女'), bind: 'figure', ...chosen, when: 'field.sex == "2"' },
    { key: 'others', label: label('非女'), bind: 'figure', ...chosen, when: '!(field.sex == "2")' },
    { key: 'alone', label: label('独居'), bind: 'figure', ...chosen, when: 'field.livingArrangement == "alone"' },
    {
      key: 'aloneWomen',
      label: label('独居女'),
      bind: 'figure',
      ...chosen,
      when: 'field.livingArrangement == "alone" && field.sex == "2"',
    },
    { key: 'hours', label: label('志愿时长'), bind: 'figure', ...chosen, sum: 'volunteerHours' },
    {
      key: 'hoursOfWomen',
      label: label('女志愿时长'),
      bind: 'figure',
      ...chosen,
      when: 'field.sex == "2"',
      sum: 'volunteerHours',
    },
    { key: 'lamps', label: label('公共设施'), bind: 'figure', noun: 'asset', tags: [] },
  ],
};

beforeAll(async () => {
  scene = await createFormScene();
  const rare = (often: string, seldom: string) =>
    fc.oneof({ weight: 9, arbitrary: fc.constant(often) }, { weight: 2, arbitrary: fc.constant(seldom) });
  made = fc.sample(
    fc.record({
      at: fc.constantFrom('east1' as const, 'east2' as const),
      sex: rare('1', '2'),
      lives: rare('with-family', 'alone'),
      hours: fc.option(fc.integer({ min: 1, max: 500 }), { freq: 4 }),
    }),
    { numRuns: 36, seed: 7 },
  );
  for (const [n, one] of made.entries())
    await scene.add('person', one.at, `居民${n}`, {
      sex: one.sex,
      livingArrangement: one.lives,
      ...(one.hours === null ? {} : { volunteerHours: one.hours }),
    });
  for (const n of [1, 2]) await scene.add('asset', 'east1', `路灯${n}`, {}, { kind: 'lamp' });
  await permit(scene, 'figures', []);
  formId = await scene.publish(definition);
}, 120_000);
afterAll(() => scene.test.close());

type Told = ReadonlyMap<string, string | null>;

async function toldTo(caller: FormScene['chief'], at: 'east1' | 'east2'): Promise<Told> {
  const page = await caller.call(contract.getReturn, { returnId: await returnOf(scene, formId, 'east') });
  const row = page.rows.find(({ key }) => key === scene.test.street.area[at].id);
  return new Map(page.columns.map(({ key }, n) => [key, row?.cells[n]?.text ?? null]));
}

/** Every number of people that comes of taking told counts from a told one that holds them. */
function worked(told: Told, people: readonly Made[]): number[] {
  const shown = Object.entries(counts).filter(([key]) => /^\d+$/.test(told.get(key) ?? ''));
  const sets = shown.map(([, belongs]) => new Set(people.filter(belongs)));
  return sets.flatMap((whole) =>
    Array.from({ length: 2 ** sets.length }, (_, chosenSets) =>
      sets.filter((_set, n) => (chosenSets & (1 << n)) !== 0),
    ).flatMap((parts) => {
      const together = new Set(parts.flatMap((part) => [...part]));
      const isApart = together.size === parts.reduce((sum, part) => sum + part.size, 0);
      return isApart && [...together].every((one) => whole.has(one)) ? [whole.size - together.size] : [];
    }),
  );
}

describe('figures of few people', () => {
  it('are told as they are to those who keep the register', async () => {
    for (const at of ['east1', 'east2'] as const) {
      const told = await toldTo(scene.secretary, at);
      const here = made.filter((one) => one.at === at);
      for (const [key, belongs] of Object.entries(counts))
        expect([key, told.get(key)]).toEqual([key, String(here.filter(belongs).length)]);
    }
  });

  it('are told to nobody else, counts or sums, and follow from nothing told', async () => {
    let hidden = 0;
    for (const at of ['east1', 'east2'] as const) {
      const told = await toldTo(scene.chief, at);
      const here = made.filter((one) => one.at === at);
      for (const [key, belongs] of Object.entries(counts)) {
        const count = here.filter(belongs).length;
        if (count > 0 && count < 5) expect([key, told.get(key)]).toEqual([key, '<5']);
        if (told.get(key) === '≥5') expect(count).toBeGreaterThanOrEqual(5);
        if (/^\d+$/.test(told.get(key) ?? '')) expect(told.get(key)).toBe(String(count));
        else hidden++;
      }
      expect(worked(told, here).filter((count) => count > 0 && count < 5)).toEqual([]);
      for (const [key, belongs] of Object.entries({ hours: counts.all, hoursOfWomen: counts.women })) {
        const behind = here.filter((one) => belongs?.(one) && one.hours !== null);
        if (behind.length > 0 && behind.length < 5) expect([key, told.get(key)]).toEqual([key, '*']);
      }
      // Nobody is a lamp.
      expect(told.get('lamps')).toBe(at === 'east1' ? '2' : '0');
    }
    expect(hidden).toBeGreaterThan(2);
  });

  it('do not open, and an opened sum does not tell how many have a value', async () => {
    const returnId = await returnOf(scene, formId, 'east');
    const page = await scene.chief.call(contract.getReturn, { returnId });
    for (const row of page.rows)
      for (const [n, cell] of row.cells.entries()) {
        const column = page.columns[n]?.key ?? '';
        if (page.columns[n]?.bind !== 'figure') continue;
        const opened = await scene.chief.ask(contract.openCell, { returnId, rowKey: row.key, column });
        if (cell.state === 'withheld') expect([column, opened.error?.code]).toEqual([column, 'not-found']);
        else if (column.startsWith('hours')) expect(opened.ok?.behind).toMatchObject({ count: null, rows: [] });
        else expect(String(opened.ok?.behind?.count)).toBe(cell.text);
      }
  });

  it('come to the department as they are told to the street', async () => {
    const returnId = await returnOf(scene, formId, 'east');
    for (const act of ['check', 'give'] as const) {
      const { form } = await scene.secretary.call(contract.getReturn, { returnId });
      await scene.secretary.call(contract.moveReturn, { returnId, revision: form.revision, act });
    }
    const { form, rows } = await scene.chief.call(contract.getReturn, { returnId });
    await scene.chief.call(contract.decideReturn, { returnId, revision: form.revision, approve: true });
    const pulled = await scene.department.call(contract.pullForm, { formId, period: form.period });
    expect(pulled.rows.map((row) => row.cells)).toEqual(rows.map((row) => row.cells.map(({ text }) => text)));
    expect(pulled.rows.flatMap((row) => row.cells)).toContain('<5');
  });
});

describe('a list of few', () => {
  it('is not told before publishing, nor another committee’s that would give it away', async () => {
    for (const n of [1, 2, 3, 4, 5, 6, 7])
      await scene.add('person', 'west1', `高龄${n}`, { sex: '1', born: '1930-01-01' });
    for (const n of [1, 2]) await scene.add('person', 'east1', `高龄东${n}`, { sex: '2', born: '1930-01-01' });
    const preview = async (when: string) => {
      const { formId: id } = await scene.file({
        name: label(when),
        rows: { by: 'subject', noun: 'person', tags: [], when },
      });
      return scene.department.call(contract.previewForm, { formId: id });
    };
    const { total, areas, columns } = await preview('age >= 90');
    expect(total).toEqual({ rows: 9, cells: 63, filled: 36, stale: 0, missing: 27, unknown: 0 });
    expect(columns.map(({ percent }) => percent)).toEqual([100, 100, 100, 0, 0, 0, 100]);
    expect(areas.map(({ rows, percent }) => [rows, percent === null])).toEqual([
      [null, true],
      [null, true],
    ]);
    const few = await preview('age >= 90 && field.sex == "2"');
    expect([few.total, few.columns.every(({ percent }) => percent === null)]).toEqual([null, true]);
  });
});

describe('a return of few people', () => {
  it('tells how many rows it has to those alone who see them, on every page and in every sum', async () => {
    await permit(scene, 'elders', elderFields);
    const id = await scene.publish(
      { name: label('九十岁以上'), rows: { by: 'subject', noun: 'person', tags: [], when: 'age >= 90' } },
      '另有用途',
    );
    const [east, west] = [await returnOf(scene, id, 'east'), await returnOf(scene, id, 'west')];
    const rowsOf = async (caller: FormScene['chief']) => {
      const page = await caller.call(contract.getForm, { formId: id });
      const list = await caller.call(contract.listReturns, { limit: 200 });
      const told = (returns: typeof page.returns) =>
        Object.fromEntries(
          returns.filter((one) => [east, west].includes(one.id)).map((one) => [one.id, one.counts?.rows ?? one.hidden]),
        );
      return { page: told(page.returns), list: told(list.returns), total: page.total?.rows ?? null };
    };
    // Two in the east; seven in the west are not told, since all nine are.
    const hidden = { [east]: 'few', [west]: 'withheld' };
    for (const caller of [scene.chief, scene.department])
      expect(await rowsOf(caller)).toEqual({ page: hidden, list: hidden, total: 9 });
    const { form } = await scene.chief.call(contract.getReturn, { returnId: east });
    expect([form.counts, form.hidden]).toEqual([null, 'few']);
    expect(await rowsOf(scene.secretary)).toEqual({ page: { [east]: 2 }, list: { [east]: 2 }, total: 2 });
    expect(await rowsOf(scene.westSecretary)).toEqual({ page: { [west]: 7 }, list: { [west]: 7 }, total: 7 });
    // What is missing in the list of two stands in no sum of the committee.
    const missingOf = async (caller: FormScene['chief']) =>
      (await caller.call(contract.listReturns, {})).committees.find(
        ({ areaId }) => areaId === scene.test.street.area.east.id,
      )?.missing ?? 0;
    const kept = (await scene.secretary.call(contract.getReturn, { returnId: east })).form.counts?.missing ?? 0;
    expect(kept).toBeGreaterThan(0);
    expect((await missingOf(scene.secretary)) - (await missingOf(scene.chief))).toBe(kept);
  });
});

describe('the pages of a pull', () => {
  it('number the rows of each committee through, whatever the page', async () => {
    await permit(scene, 'elders', ['person.name', 'person.born', 'person.sex']);
    const id = await scene.publish({
      name: label('男性名册'),
      rows: { by: 'subject', noun: 'person', tags: [], when: 'field.sex == "1"' },
      columns: [
        { key: 'n', label: label('序号'), bind: 'computed', computed: 'serial' },
        { key: 'name', label: label('姓名'), bind: 'computed', computed: 'name' },
      ],
    });
    await scene.test.app.database.asSystem((db) =>
      sql`update form_return set state = 'approved', approved_at = now() where form_id = ${id}`.execute(db),
    );
    const seen = new Map<string, string[]>();
    for (let after: string | undefined; ; ) {
      const page = await scene.department.call(contract.pullForm, {
        formId: id,
        period: '2026-03',
        limit: 4,
        ...(after === undefined ? {} : { after }),
      });
      for (const { committee, cells } of page.rows)
        seen.set(committee, [...(seen.get(committee) ?? []), cells[0] ?? '']);
      if (page.next === null) break;
      after = page.next;
    }
    expect(seen.get('西园居民区')).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    const east = seen.get('东园居民区') ?? [];
    expect(east.length).toBeGreaterThan(8);
    expect(east).toEqual(east.map((_, n) => String(n + 1)));
    const gone = await scene.department.ask(contract.pullForm, {
      formId: id,
      period: '2026-03',
      after: '0195a000-0000-7000-8000-000000000001/0195a000-0000-7000-8000-000000000002',
    });
    expect(gone.error?.code).toBe('not-found');
  });
});
