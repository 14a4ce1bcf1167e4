import * as contract from '@linli/contract';
import { sql } from 'kysely';
import { newId } from '../../../platform/ids.ts';
import { appendJournal } from '../../../platform/journal/index.ts';
import { type Caller, createTestApp, type TestApp } from '../../../test/test-app.ts';

export type Leaf = 'east1' | 'east2' | 'west1' | 'west2' | 'mall1' | 'east';
type Db = Parameters<Parameters<TestApp['app']['database']['asSystem']>[0]>[0];
interface NewSubject {
  id?: string;
  noun?: 'person' | 'household' | 'home' | 'entity';
  area?: Leaf;
  born?: string | null;
  fields?: Record<string, unknown>;
  householdId?: string;
  tags?: number[];
}

export type TagScene = Awaited<ReturnType<typeof createTagScene>>;

/** A street with a committee's secretary of 东园 and the street's chief of duty, who may not see people. */
export async function createTagScene() {
  const test = await createTestApp();
  const secretary: Caller = await test.staff('committee-secretary', 'east');
  const chief: Caller = await test.staff('duty-chief', 'street');

  function areaIds(area: Leaf): [string, string, string | null] {
    const { area: areas } = test.street;
    if (area === 'mall1') return [areas.shops.id, areas.mall.id, areas.mall1.id];
    if (area === 'east') return [areas.homes.id, areas.east.id, null];
    return [areas.homes.id, area.startsWith('east') ? areas.east.id : areas.west.id, areas[area].id];
  }
  function told(db: Db, kind: string, id: string, path: string, data: Record<string, unknown> = {}) {
    const row = { at: test.clock.now(), kind, noun: 'subject', nounId: id, path, actorId: null, requestId: null, data };
    return appendJournal(db, [row]);
  }
  /** Puts a subject in as the register would; with its row in the journal unless many are told of together. */
  async function put(subject: NewSubject, how: 'told' | 'silent' = 'told'): Promise<string> {
    const { noun = 'person', area = 'east1', born = null, fields = {}, householdId = null, tags = [] } = subject;
    const id = subject.id ?? newId();
    const { path } = test.street.area[area];
    const ids = areaIds(area);
    await test.app.database.asSystem(async (db) => {
      await sql`insert into subject (id, site_id, noun, kind, name, path, area2_id, area3_id, area4_id, household_id, born, fields, tags, created_at, changed_at)
        values (${id}, ${test.street.siteId}, ${noun}, 'x', '王小明', ${path}::ltree, ${ids[0]}, ${ids[1]}, ${ids[2]}, ${householdId}, ${born}, ${JSON.stringify(fields)}::jsonb, ${tags}::integer[], now(), now())`.execute(
        db,
      );
      if (how === 'told') await told(db, 'subject.added', id, path);
    });
    return id;
  }
  const change = (id: string, set: ReturnType<typeof sql>) =>
    test.app.database.asSystem(async (db) => {
      await sql`update subject set ${set} where id = ${id}`.execute(db);
      await told(db, 'subject.changed', id, 'street');
    });
  const tagsOf = (id: string) =>
    test.app.database.asSystem(async (db) => {
      const { rows } = await sql<{ tags: number[] }>`select tags from subject where id = ${id}`.execute(db);
      return rows[0]?.tags ?? [];
    });
  async function define(name: string, rule: string | undefined, more: object = {}) {
    const { tagId, version } = await secretary.call(contract.saveTag, {
      areaId: test.street.area.east.id,
      name: { zh: name },
      noun: 'person',
      purpose: { zh: '上门关心' },
      sensitivity: 4,
      ...(rule === undefined ? {} : { rule }),
      ...more,
    });
    return { tagId, version };
  }
  async function turnOn({ tagId, version }: { tagId: number; version: number }) {
    await secretary.call(contract.tryTagRule, { tagId, noun: 'person', areaId: test.street.area.east.id });
    await secretary.call(contract.switchTag, { tagId, version, on: true });
    await test.settle();
  }
  return { test, secretary, chief, areaIds, told, put, change, tagsOf, define, turnOn };
}
