import * as contract from '@linli/contract';
import { isWithin, type TagExpression } from '@linli/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Caller } from '../../../test/test-app.ts';
import { createTagScene, type Leaf, type TagScene } from './tag-scene.fixture.ts';

let scene: TagScene;
let leader: Caller;
let tagIds: number[];

const leaves: readonly Leaf[] = ['east1', 'east2', 'west1', 'west2', 'mall1', 'east'];

beforeAll(async () => {
  scene = await createTagScene();
  const { test, define, put, turnOn } = scene;
  leader = await test.staff('grid-leader', 'street');
  const people = fc.sample(
    fc.record({
      area: fc.constantFrom(...leaves),
      born: fc.option(fc.integer({ min: 1930, max: 2025 }).map((year) => `${year}-0${1 + (year % 9)}-17`)),
      fields: fc.record(
        {
          careLevel: fc.constantFrom('0', '1', '2'),
          veteran: fc.boolean(),
          livingArrangement: fc.constantFrom('alone', 'with-family'),
        },
        { requiredKeys: [] },
      ),
    }),
    { numRuns: 130, seed: 11 },
  );
  for (const person of people) await put(person);
  const alone = await define('独居', 'person.livingArrangement == "alone"');
  const old = await define('高龄', 'age >= 80 || person.careLevel == "2"');
  for (const made of [alone, old]) await turnOn(made);
  tagIds = [alone.tagId, old.tagId];
  await vi.waitFor(async () => {
    await test.settle();
    await test.app.tagIndex.caughtUp();
    const { total } = await leader.call(contract.countByTags, {
      expression: { tag: alone.tagId },
      noun: 'person',
      level: 1,
    });
    expect(total).toBeGreaterThan(0);
  }, 20_000);
}, 120_000);
afterAll(() => scene.test.close());

const leaf = (): fc.Arbitrary<TagExpression> =>
  fc.oneof(
    fc.constantFrom(0, 1).map((at) => ({ tag: tagIds[at] ?? 0 })),
    fc.integer({ min: 0, max: 80 }).map((min) => ({ age: { min, max: min + 30 } })),
    fc.constantFrom<Leaf>('east1', 'east', 'west2', 'mall1').map((key) => ({ place: scene.test.street.area[key].id })),
    fc.constantFrom<TagExpression>(
      { field: 'person.careLevel', op: 'in', value: ['1', '2'] },
      { field: 'person.veteran', op: 'is', value: true },
      { field: 'person.livingArrangement', op: 'known' },
    ),
  );
const part = () =>
  fc.oneof(
    leaf(),
    leaf().map((not) => ({ not })),
    fc.array(leaf(), { minLength: 1, maxLength: 3 }).map((or) => ({ or })),
  );
const expressions = (): fc.Arbitrary<TagExpression> =>
  fc.oneof(
    part(),
    fc.array(part(), { minLength: 1, maxLength: 3 }).map((and) => ({ and })),
  );

async function listAll(expression: TagExpression, areaId?: string): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await leader.call(contract.listByTags, {
      expression,
      noun: 'person',
      ...(areaId === undefined ? {} : { areaId }),
      ...(after === undefined ? {} : { after }),
    });
    ids.push(...page.rows.map(({ id }) => id));
    after = page.next;
    if (after === null) expect(page.total).toBe(ids.length);
  }
  return ids;
}

it('opens every count to its rows by the same question, and sums agree at every level', async () => {
  const { area } = scene.test.street;
  const pathOf = new Map(Object.values(area).map(({ id, path }) => [id, path]));
  await fc.assert(
    fc.asyncProperty(expressions(), async (expression) => {
      const everybody = await listAll(expression);
      expect(new Set(everybody).size).toBe(everybody.length);
      for (const level of [1, 2, 3, 4]) {
        const { total, areas } = await leader.call(contract.countByTags, { expression, noun: 'person', level });
        expect(total).toBe(everybody.length);
        expect(areas.reduce((sum, { count }) => sum + Number(count), 0)).toBe(total);
        for (const row of areas) {
          const path = pathOf.get(row.areaId) ?? '';
          // A row of an area above the level holds those of no area below: its list is theirs and all below.
          const below = areas.filter((each) => isWithin(pathOf.get(each.areaId) ?? '', path));
          const rows = await listAll(expression, row.areaId);
          expect(rows.length).toBe(below.reduce((sum, { count }) => sum + Number(count), 0));
          expect(everybody).toEqual(expect.arrayContaining(rows));
        }
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);
