import * as contract from '@linli/contract';
import type { FormDefinition } from '@linli/domain';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFacts } from '../registers/index.ts';
import { createFormScene, type FormScene, permit, returnOf } from './form-scene.fixture.ts';

/** Figures over generated people: every number opens to its rows, and the sums of parts and whole agree. */
let scene: FormScene;
let formId: string;
interface Made {
  id: string;
  at: 'east1' | 'east2';
  sex: string;
  hours: number | null;
}
const made: Made[] = [];
const label = (zh: string) => ({ zh });
const chosen = { noun: 'person' as const, tags: [] };
const byMicroGrid: Partial<FormDefinition> = {
  name: label('人口与志愿服务统计'),
  item: 'figures',
  rows: { by: 'area', level: 'micro-grid' },
  period: 'quarter',
  columns: [
    { key: 'grid', label: label('微网格'), bind: 'computed', computed: 'micro-grid' },
    { key: 'all', label: label('人数'), bind: 'figure', ...chosen },
    { key: 'women', label: label('女'), bind: 'figure', ...chosen, when: 'field.sex == "2"' },
    { key: 'others', label: label('非女'), bind: 'figure', ...chosen, when: '!(field.sex == "2")' },
    { key: 'hours', label: label('志愿时长'), bind: 'figure', ...chosen, sum: 'volunteerHours' },
    {
      key: 'rooms',
      label: label('活动室'),
      bind: 'asked',
      ask: { key: 'rooms', kind: 'number', label: label('活动室'), required: true, personal: false, min: 0, max: 50 },
    },
  ],
};

beforeAll(async () => {
  scene = await createFormScene();
  const people = fc.sample(
    fc.record({
      at: fc.constantFrom('east1' as const, 'east2' as const),
      sex: fc.constantFrom('1', '2', ''),
      hours: fc.option(fc.integer({ min: 0, max: 500 })),
    }),
    { numRuns: 60, seed: 20260316 },
  );
  for (const [n, person] of people.entries()) {
    const fields = {
      ...(person.sex ? { sex: person.sex } : {}),
      ...(person.hours === null ? {} : { volunteerHours: person.hours }),
    };
    made.push({ ...person, id: await scene.add('person', person.at, `居民${n}`, fields) });
  }
  await permit(scene, 'figures', []);
  formId = await scene.publish(byMicroGrid);
}, 120_000);
afterAll(() => scene.test.close());

async function figures(): Promise<Map<string, Record<string, string | null>>> {
  const page = await scene.secretary.call(contract.getReturn, { returnId: await returnOf(scene, formId, 'east') });
  const keys = page.columns.map((column) => column.key);
  return new Map(
    page.rows.map((row) => [row.key, Object.fromEntries(row.cells.map((cell, at) => [keys[at], cell.text]))]),
  );
}

async function opened(rowKey: string, column: string) {
  return scene.secretary.call(contract.openCell, { returnId: await returnOf(scene, formId, 'east'), rowKey, column });
}

async function agree(): Promise<void> {
  for (const [rowKey, row] of await figures()) {
    for (const column of ['all', 'women', 'others']) {
      const { behind } = await opened(rowKey, column);
      expect([column, String(behind?.count), behind?.rows.length]).toEqual([column, row[column], Number(row[column])]);
    }
    const { behind } = await opened(rowKey, 'hours');
    expect(String(behind?.sum)).toBe(row.hours);
    expect(behind?.rows.reduce((sum, one) => sum + (one.value ?? 0), 0)).toBe(behind?.sum);
    expect(Number(row.women) + Number(row.others)).toBe(Number(row.all));
  }
}

describe('figures', () => {
  it('are what was generated, and open to the very people counted', async () => {
    const { area } = scene.test.street;
    const rows = await figures();
    for (const at of ['east1', 'east2'] as const) {
      const here = made.filter((one) => one.at === at);
      expect(rows.get(area[at].id)).toMatchObject({
        all: String(here.length),
        women: String(here.filter((one) => one.sex === '2').length),
        hours: String(here.reduce((sum, one) => sum + (one.hours ?? 0), 0)),
      });
      const { behind } = await opened(area[at].id, 'women');
      expect(new Set(behind?.rows.map((row) => row.subjectId))).toEqual(
        new Set(here.filter((one) => one.sex === '2').map((one) => one.id)),
      );
    }
    await agree();
  });

  it('still agree with what stands behind them after the register changed, and again once filled anew', async () => {
    scene.test.clock.forward(60);
    const now = scene.test.clock.now();
    const facts = made.slice(0, 20).map(({ id }) => ({
      subjectId: id,
      noun: 'person' as const,
      field: 'volunteerHours',
      value: 7,
      source: 'office' as const,
      sourceId: null,
      since: '2026-03-16',
      recordedBy: null,
    }));
    await scene.test.app.database.asSystem((db) => writeFacts(db, facts, { now }));
    await agree();
    const returnId = await returnOf(scene, formId, 'east');
    const { form } = await scene.secretary.call(contract.getReturn, { returnId });
    const before = await figures();
    await scene.secretary.call(contract.fillReturn, { returnId, revision: form.revision });
    expect(await figures()).not.toEqual(before);
    await agree();
  });

  it('keep what was asked for the form alone through every filling, and refuse what is no answer', async () => {
    const returnId = await returnOf(scene, formId, 'east');
    const rowKey = scene.test.street.area.east1.id;
    const fill = async (value: string | number) => {
      const { form } = await scene.secretary.call(contract.getReturn, { returnId });
      return scene.secretary.ask(contract.fillReturn, {
        returnId,
        revision: form.revision,
        answers: [{ rowKey, column: 'rooms', value }],
        tookSeconds: 12,
      });
    };
    expect((await fill(99)).error?.code).toBe('answer-invalid');
    expect((await fill('三间')).error?.code).toBe('answer-invalid');
    expect((await fill(3)).ok?.counts).toMatchObject({ missing: 1 });
    const { form } = await scene.secretary.call(contract.getReturn, { returnId });
    await scene.secretary.call(contract.fillReturn, { returnId, revision: form.revision });
    expect((await figures()).get(rowKey)?.rooms).toBe('3');
    expect((await scene.secretary.ask(contract.fillReturn, { returnId, revision: 1 })).error?.code).toBe(
      'return-changed',
    );
  });

  it('tell the street the numbers and nobody’s name', async () => {
    const returnId = await returnOf(scene, formId, 'east');
    const page = await scene.chief.call(contract.getReturn, { returnId });
    expect(page.showsRows).toBe(true);
    const { behind } = await scene.chief.call(contract.openCell, {
      returnId,
      rowKey: scene.test.street.area.east1.id,
      column: 'all',
    });
    expect([(behind?.count ?? 0) > 0, behind?.rows]).toEqual([true, []]);
  });

  it('stand in tables that row-level security keeps from everyone else', async () => {
    const { rows } = await scene.test.app.database.as(
      {
        kind: 'staff',
        accountId: null,
        name: '',
        scopes: [{ role: 'committee-secretary', path: scene.test.street.area.west.path, unitId: null, postId: null }],
        pools: [],
      },
      (db) =>
        sql<{
          n: number;
        }>`select (select count(*)::int from form_row) + (select count(*)::int from form_behind) as n from (values (1)) v`.execute(
          db,
        ),
    );
    const own = await scene.test.app.database.asSystem((db) =>
      sql<{
        n: number;
      }>`select count(*)::int as n from form_row w where w.path <@ ${scene.test.street.area.west.path}::ltree`.execute(
        db,
      ),
    );
    expect(rows[0]?.n).toBe(own.rows[0]?.n);
  });
});
