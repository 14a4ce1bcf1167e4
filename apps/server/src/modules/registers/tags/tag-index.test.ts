import type { TagExpression } from '@linli/domain';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '../../../platform/ids.ts';
import { expressionSql } from './expression-sql.ts';
import { createTagScene, type Leaf, type TagScene } from './tag-scene.fixture.ts';

const today = '2026-03-16';
let scene: TagScene;
let tagIds: number[];
beforeAll(async () => {
  scene = await createTagScene();
}, 60_000);
afterAll(() => scene.test.close());

describe('the index', () => {
  /** Expressions over the tags and fields the generated people have. */
  const leaf = (): fc.Arbitrary<TagExpression> =>
    fc.oneof(
      fc.constantFrom(...tagIds).map((tag) => ({ tag })),
      fc
        .tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 40 }))
        .map(([min, more]) => ({ age: { min, max: min + more } })),
      fc
        .constantFrom<Leaf>('east1', 'east', 'west2', 'mall1')
        .map((key) => ({ place: scene.test.street.area[key].id })),
      fc.constantFrom<TagExpression>(
        { field: 'person.careLevel', op: 'in', value: ['1', '2'] },
        { field: 'person.veteran', op: 'is', value: true },
        { field: 'person.veteran', op: 'known' },
        { field: 'person.arrivedOn', op: 'from', value: '2010-01-01' },
        { field: 'person.volunteerHours', op: 'until', value: 40 },
        { field: 'home.use', op: 'in', value: ['let'] },
      ),
    );
  const inner = () =>
    fc.oneof(
      leaf(),
      leaf().map((not) => ({ not })),
      fc.array(leaf(), { minLength: 1, maxLength: 3 }).map((or) => ({ or })),
    );
  const expressions = (): fc.Arbitrary<TagExpression> =>
    fc.oneof(
      inner(),
      fc.array(inner(), { minLength: 1, maxLength: 4 }).map((and) => ({ and })),
      fc.array(inner(), { minLength: 1, maxLength: 3 }).map((or) => ({ not: { or } })),
    );
  const person = () =>
    fc.record({
      area: fc.constantFrom<Leaf>('east1', 'east2', 'west1', 'west2', 'mall1', 'east'),
      born: fc.option(fc.integer({ min: 1930, max: 2025 }).map((year) => `${year}-0${1 + (year % 9)}-17`)),
      tags: fc.subarray(tagIds),
      fields: fc.record(
        {
          careLevel: fc.constantFrom('0', '1', '2'),
          veteran: fc.boolean(),
          arrivedOn: fc.constantFrom('2001-05-05', '2010-01-01', '2022-12-31'),
          volunteerHours: fc.constantFrom(0, 40, 41.5),
        },
        { requiredKeys: [] },
      ),
    });
  const bySql = async (expression: TagExpression) => {
    const { rows } = await scene.test.app.database.asSystem((db) =>
      sql<{ ordinal: number; area: string }>`select s.ordinal, coalesce(s.area4_id, s.area3_id) as area from subject s
        where s.noun = 'person' and s.state = 'active' and ${expressionSql(expression, today)} order by 1`.execute(db),
    );
    const counts = new Map<string, number>();
    for (const { area } of rows) counts.set(area, (counts.get(area) ?? 0) + 1);
    return { ordinals: rows.map(({ ordinal }) => ordinal), counts };
  };
  const isWithin = (leafId: string, areaId: string) =>
    [
      scene.areaIds('east1'),
      scene.areaIds('east2'),
      scene.areaIds('west1'),
      scene.areaIds('west2'),
      scene.areaIds('mall1'),
      scene.areaIds('east'),
    ].some((ids) => (ids[2] ?? ids[1]) === leafId && [...ids, scene.test.street.siteId].includes(areaId));
  const byIndex = async (expression: TagExpression) => {
    const { tagIndex } = scene.test.app;
    const question = { expression, noun: 'person' as const, today, isWithin };
    await vi.waitFor(() => expect(tagIndex.count(question)).not.toBeNull(), { timeout: 20_000 });
    const page = { after: 0, limit: 100_000, isShown: () => true };
    return { ordinals: tagIndex.list(question, page), counts: tagIndex.count(question) };
  };
  const compare = async (numRuns: number) =>
    fc.assert(
      fc.asyncProperty(expressions(), async (expression) => {
        const [mine, theirs] = [await byIndex(expression), await bySql(expression)];
        expect(mine.ordinals).toEqual(theirs.ordinals);
        expect(new Map([...(mine.counts ?? [])].sort())).toEqual(new Map([...theirs.counts].sort()));
      }),
      { numRuns },
    );

  it('says what the table says, also after changes, moves, merges and deaths', async () => {
    tagIds = Array.from({ length: 6 }, (_, i) => 900_001 + i);
    const people = fc.sample(person(), { numRuns: 400, seed: 7 });
    const ids: string[] = [];
    await scene.test.app.database.asSystem(async (db) => {
      for (const each of people) {
        const [area2, area3, area4] = scene.areaIds(each.area);
        const id = newId();
        ids.push(id);
        await sql`insert into subject (id, site_id, noun, kind, name, path, area2_id, area3_id, area4_id, born, fields, tags, created_at, changed_at)
          values (${id}, ${scene.test.street.siteId}, 'person', 'x', '王', ${scene.test.street.area[each.area].path}::ltree, ${area2}, ${area3}, ${area4}, ${each.born},
            ${JSON.stringify(each.fields)}::jsonb, ${each.tags}::integer[], now(), now())`.execute(db);
      }
    });
    await scene.test.app.tagIndex.caughtUp();
    await compare(60);
    const changes = fc.sample(fc.tuple(fc.nat(399), person(), fc.constantFrom('change', 'die', 'merge')), {
      numRuns: 150,
      seed: 8,
    });
    await scene.test.app.database.asSystem(async (db) => {
      for (const [at, to, what] of changes) {
        const [area2, area3, area4] = scene.areaIds(to.area);
        const id = ids[at] ?? '';
        if (what === 'change')
          await sql`update subject set path = ${scene.test.street.area[to.area].path}::ltree, area2_id = ${area2}, area3_id = ${area3}, area4_id = ${area4},
            born = ${to.born}, fields = ${JSON.stringify(to.fields)}::jsonb, tags = ${to.tags}::integer[] where id = ${id}`.execute(
            db,
          );
        else await sql`update subject set state = ${what === 'die' ? 'dead' : 'merged'} where id = ${id}`.execute(db);
        await scene.told(db, what === 'merge' ? 'subject.merged' : 'subject.changed', id, 'street');
      }
    });
    await vi.waitFor(async () => {
      await scene.test.app.tagIndex.caughtUp();
      const expression = { or: tagIds.map((tag) => ({ tag })) };
      expect((await byIndex(expression)).ordinals).toEqual((await bySql(expression)).ordinals);
    }, 20_000);
    await compare(60);
  }, 90_000);
});
