import { subjectFilter } from '@linli/contract';
import type { Actor, Role } from '@linli/domain';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newId } from '../../platform/ids.ts';
import { createTestApp, type TestApp } from '../../test/test-app.ts';
import type { RegisterDeps } from './deps.ts';
import { subjectConditions } from './list-subjects.ts';
import { subjectColumns } from './subject-row.ts';

/** Fifty thousand people and their homes: no filter of the list may read the whole table. */
let test: TestApp;
let deps: RegisterDeps;
const people = 50_000;

beforeAll(async () => {
  test = await createTestApp();
  const { siteId, area } = test.street;
  const keys = ['east1', 'east2', 'west1', 'west2'] as const;
  await test.app.database.asSystem(async (db) => {
    for (const [i, key] of keys.entries()) {
      const place = area[key];
      const level3 = key.startsWith('east') ? area.east : area.west;
      await sql`insert into subject (id, site_id, noun, kind, name, path, area2_id, area3_id, area4_id, born, fields, since, created_at, changed_at)
        select gen_random_uuid(), ${siteId}, case when n % 3 = 0 then 'home' else 'person' end, 'some', '名' || ${i}::text || n, ${place.path}::ltree,
          ${area.homes.id}, ${level3.id}, ${place.id}, date '1940-01-01' + (n % 20000), '{"sex":"1"}', '2026-01-01', now(), now()
        from generate_series(1, ${people / keys.length}) n`.execute(db);
    }
  });
  await test.app.database.pool
    .query('vacuum analyze subject')
    .catch(() => test.app.database.pool.query('analyze subject'));
  // Only places, clock and keys are asked for conditions.
  deps = {
    clock: test.clock,
    crypto: test.crypto,
    places: { get: () => placesOf(), refresh: async () => undefined },
  } as unknown as RegisterDeps;
}, 60_000);
afterAll(() => test.close());

/** What the conditions ask of places: the areas of the small street. */
function placesOf() {
  const { siteId, area } = test.street;
  const all = Object.entries(area).map(([key, one]) => ({
    id: one.id,
    siteId,
    path: one.path,
    level: { street: 1, homes: 2, shops: 2, east: 3, west: 3, mall: 3 }[key] ?? 4,
  }));
  return {
    sites: () => [{ id: siteId, name: '', path: area.street.path }],
    areaOf: (id: string) => all.find((one) => one.id === id) ?? null,
    areasOn: () => all,
  };
}

async function planOf(actor: Actor, filter: object, order: 'name' | 'changed'): Promise<string> {
  return test.app.database.as(actor, async (db) => {
    const conditions = await subjectConditions(db, deps, { actor, filter: z.object(subjectFilter).parse(filter) });
    const by = order === 'name' ? sql`subject.name, subject.id` : sql`subject.changed_at desc, subject.id desc`;
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select ${subjectColumns} from subject
      where ${sql.join(conditions ?? [], sql` and `)} order by ${by} limit 51`.execute(db);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
}

describe('the list of a register at fifty thousand', () => {
  it('reads by an index whatever is asked, from a post over a micro-grid and over several areas', async () => {
    const { area, siteId } = test.street;
    expect(siteId).toBe(area.street.id);
    const over = (...paths: string[]): Actor => ({
      kind: 'staff',
      accountId: newId(),
      name: '',
      pools: [],
      scopes: paths.map((path) => ({ role: 'committee-secretary', path, unitId: null, postId: newId() })),
    });
    const actors = [over(area.east1.path), over(area.street.path), over(area.east1.path, area.west2.path)];
    const filters: object[] = [
      {},
      { areaId: area.east1.id },
      { areaId: area.homes.id },
      { words: '名0123' },
      { areaId: area.street.id, words: '名0123' },
      { areaId: area.homes.id, words: '名0123' },
      { areaId: area.east.id, words: '123' },
      { words: '13912345678' },
      { buildingId: newId() },
      { homeId: newId() },
      { householdId: newId() },
      { bornFrom: '1990-01-01', bornUntil: '1990-02-01' },
      { where: [{ code: 'sex', value: '1' }] },
      { where: [{ code: 'livingArrangement', value: 'alone' }], areaId: area.east.id },
      { states: ['left'], kind: 'some' },
    ];
    for (const actor of actors)
      for (const filter of filters)
        for (const order of ['name', 'changed'] as const) {
          const plan = await planOf(actor, { noun: 'person', ...filter }, order);
          expect([JSON.stringify(filter), order, /Seq Scan on subject\b/.test(plan) ? plan : '']).toEqual([
            JSON.stringify(filter),
            order,
            '',
          ]);
        }
  });

  it('finds a name by its beginning in a site and its upper areas, by going through no more than the names that fit', async () => {
    const { area } = test.street;
    const over = (role: Role): Actor => ({
      kind: 'staff',
      accountId: newId(),
      name: '',
      pools: [],
      scopes: [{ role, path: area.street.path, unitId: null, postId: newId() }],
    });
    for (const role of ['committee-secretary', 'part-time-grid-worker'] as const)
      for (const more of [{}, { areaId: area.street.id }, { areaId: area.homes.id }])
        for (const words of ['名0123', '名01234']) {
          const plan = await planOf(over(role), { noun: 'person', words, ...more }, 'name');
          expect([role, JSON.stringify(more), plan]).toEqual([
            role,
            JSON.stringify(more),
            expect.stringMatching(/subject_site_name[\s\S]*Index Cond: .*name >=/),
          ]);
        }
  });
});
