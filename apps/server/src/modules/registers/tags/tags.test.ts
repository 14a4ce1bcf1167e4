import * as contract from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTagScene, type TagScene } from './tag-scene.fixture.ts';

let scene: TagScene;

beforeAll(async () => {
  scene = await createTagScene();
}, 60_000);
afterAll(() => scene.test.close());

describe('a tag by rule', () => {
  it('is tried, switched on, and follows facts, birthdays, moves and deaths', async () => {
    const { test, secretary, define, put, change, tagsOf, turnOn } = scene;
    const old = await put({ born: '1940-01-01', fields: { livingArrangement: 'alone' } });
    const soon = await put({ born: '1946-03-20', fields: { livingArrangement: 'alone' } });
    const west = await put({ born: '1930-01-01', fields: { livingArrangement: 'alone' }, area: 'west1' });
    const made = await define('独居高龄', 'age >= 80 && person.livingArrangement == "alone"');
    const early = await secretary.ask(contract.switchTag, { tagId: made.tagId, version: made.version, on: true });
    expect(early.error?.code).toBe('tag-not-tried');
    const tried = await secretary.call(contract.tryTagRule, {
      tagId: made.tagId,
      noun: 'person',
      areaId: test.street.area.east.id,
    });
    expect(tried).toMatchObject({
      enter: 1,
      leave: 0,
      stay: 0,
      sensitivity: 4,
      words: { zh: '年龄不少于80岁，并且居住状况为独居' },
    });
    const { tags } = await secretary.call(contract.listTags, {});
    expect(tags.find(({ id }) => id === made.tagId)).toMatchObject({ on: false, tried: true });
    await turnOn(made);
    expect(await tagsOf(old)).toContain(made.tagId);
    expect(await tagsOf(soon)).not.toContain(made.tagId);
    expect(await tagsOf(west)).not.toContain(made.tagId);

    await change(old, sql`fields = '{"livingArrangement":"with-family"}'`);
    await test.settle();
    expect(await tagsOf(old)).not.toContain(made.tagId);
    test.clock.set('2026-03-21T09:00:00+08:00');
    const daily = await import('./run-tags.ts');
    for (const job of daily.tagJobs) await test.app.database.asSystem((db) => job.run(db, test.clock.now()));
    await test.settle();
    expect(await tagsOf(soon)).toContain(made.tagId);
    await change(soon, sql`state = 'dead', until = '2026-03-20'`);
    await test.settle();
    expect(await tagsOf(soon)).toEqual([]);
    test.clock.set('2026-03-16T10:00:00+08:00');
  });

  it('refuses what the whitelist does not hold, a level below its fields and a version somebody else changed', async () => {
    const { test, secretary, define } = scene;
    const base = {
      areaId: test.street.area.east.id,
      name: { zh: '信仰' },
      noun: 'person' as const,
      purpose: { zh: '无' },
    };
    const religion = await secretary.ask(contract.saveTag, { ...base, sensitivity: 4, rule: 'person.religion == "x"' });
    expect(religion.error).toMatchObject({ code: 'tag-rule-unknown', params: { name: 'religion' } });
    const broken = await secretary.ask(contract.saveTag, { ...base, sensitivity: 4, rule: 'age >= ' });
    expect(broken.error?.message).toBe('规则写法不对：没有写完，末尾还缺内容。');
    const low = await secretary.ask(contract.saveTag, { ...base, sensitivity: 1, rule: 'age >= 60' });
    expect(low.error).toMatchObject({ code: 'tag-level-low', params: { least: 3 } });
    const made = await define('甲', 'age >= 60');
    const stale = await secretary.ask(contract.saveTag, { ...base, tagId: made.tagId, version: 7, sensitivity: 4 });
    expect(stale.error?.code).toBe('tag-changed');
    const elsewhere = await secretary.ask(contract.saveTag, {
      ...base,
      areaId: test.street.area.west.id,
      sensitivity: 1,
    });
    expect(elsewhere.status).toBe(403);
  });
});

describe('a tag by hand', () => {
  it('has who, why and until, ends when its day has passed, and can be taken off', async () => {
    const { test, secretary, define, put, tagsOf } = scene;
    const made = await define('需要陪诊', undefined, { expiryDays: 30 });
    await secretary.call(contract.switchTag, { ...made, on: true });
    const id = await put({});
    const answer = await secretary.call(contract.setTag, { subjectId: id, tagId: made.tagId, why: '腿伤未愈' });
    expect(answer.until).toBe('2026-04-15');
    const shown = await secretary.call(contract.listSubjectTags, { subjectId: id });
    expect(shown.tags).toMatchObject([{ tagId: made.tagId, byRule: false, why: '腿伤未愈', until: '2026-04-15' }]);
    await secretary.call(contract.setTag, { subjectId: id, tagId: made.tagId, why: '改期', until: '2026-03-17' });
    test.clock.set('2026-03-18T09:00:00+08:00');
    const { tagJobs } = await import('./run-tags.ts');
    await test.app.database.asSystem((db) => sql`delete from tag_run`.execute(db));
    for (const job of tagJobs) await test.app.database.asSystem((db) => job.run(db, test.clock.now()));
    await test.settle();
    expect(await tagsOf(id)).toEqual([]);
    expect((await secretary.call(contract.listSubjectTags, { subjectId: id })).past[0]?.endedWhy).toBe('expired');
    test.clock.set('2026-03-16T10:00:00+08:00');
    await secretary.call(contract.setTag, { subjectId: id, tagId: made.tagId, why: '再次需要' });
    expect(await secretary.call(contract.unsetTag, { subjectId: id, tagId: made.tagId, why: '已康复' })).toEqual({
      ended: true,
    });
    expect(await tagsOf(id)).toEqual([]);
    const other = await test.staff('committee-secretary', 'west');
    expect((await other.ask(contract.setTag, { subjectId: id, tagId: made.tagId, why: '试试' })).status).toBe(404);
    const worker = await test.staff('grid-worker', 'east');
    expect((await worker.ask(contract.setTag, { subjectId: id, tagId: made.tagId, why: '试试' })).status).toBe(404);
  });
});
