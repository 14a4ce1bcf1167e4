import * as contract from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildHome, settle } from '../../../test/register-scene.fixture.ts';
import { createTagScene, type TagScene } from './tag-scene.fixture.ts';

let scene: TagScene;
let offlineTag: number;

beforeAll(async () => {
  scene = await createTagScene();
  const made = await scene.define('不用智能手机', '!person.usesSmartphone');
  await scene.turnOn(made);
  offlineTag = made.tagId;
}, 60_000);
afterAll(() => scene.test.close());

/** The number the page would show, once whoever reads the journal has read it. */
function waitForCount(expected: number, expression: { tag: number } = { tag: offlineTag }): Promise<void> {
  const { test, secretary } = scene;
  return vi.waitFor(async () => {
    await test.settle();
    await test.app.tagIndex.caughtUp();
    const counted = await secretary.call(contract.countByTags, { expression, noun: 'person', level: 4 });
    expect(counted.total).toBe(expected);
    expect(counted.from).toBe('index');
  }, 20_000);
}

describe('counts follow the registers', () => {
  it('after entering, moving, joining, parting and dying, by the registers’ own operations', async () => {
    const { test, secretary } = scene;
    const one = await buildHome(test, secretary, 'east1');
    const two = await buildHome(test, secretary, 'east2');
    const first = await settle(secretary, one.homeId, { name: '陈阿珍', born: '1941-03-05', serial: 11 });
    const second = await settle(secretary, one.homeId, { name: '陈阿真', born: '1941-03-06', serial: 12 });
    await waitForCount(0);
    for (const { personId } of [first, second])
      await secretary.call(contract.changeFields, {
        subjectId: personId,
        fields: [{ code: 'usesSmartphone', value: false }],
      });
    await waitForCount(2);
    await secretary.call(contract.moveHome, { subjectId: first.personId, homeId: two.homeId, on: '2026-03-10' });
    await vi.waitFor(async () => {
      await waitForCount(2);
      const { areas } = await secretary.call(contract.countByTags, {
        expression: { tag: offlineTag },
        noun: 'person',
        level: 4,
      });
      expect(areas.find(({ areaId }) => areaId === test.street.area.east2.id)?.count).toBe(1);
    }, 20_000);
    const { mergeId } = await secretary.call(contract.mergeSubjects, {
      keepId: first.personId,
      goneId: second.personId,
      reason: '同一人登记两次',
    });
    await waitForCount(1);
    await secretary.call(contract.undoMerge, { mergeId, reason: '其实是两人' });
    await waitForCount(2);
    await secretary.call(contract.recordDeath, { subjectId: second.personId, on: '2026-03-12' });
    await waitForCount(1);
    await secretary.call(contract.changeFields, {
      subjectId: first.personId,
      fields: [{ code: 'usesSmartphone', value: true }],
    });
    await waitForCount(0);
  }, 90_000);

  it('after an import, few or many in one row of the journal', async () => {
    const { test, put, told } = scene;
    for (const many of [3, 140]) {
      const ids: string[] = [];
      for (let n = 0; n < many; n++) ids.push(await put({ fields: { usesSmartphone: false } }, 'silent'));
      await test.app.database.asSystem((db) =>
        told(db, 'subjects.imported', test.street.area.east.id, test.street.area.east.path, { subjectIds: ids }),
      );
      await waitForCount(many === 3 ? 3 : 143);
    }
  }, 90_000);
});

describe('a tag set by hand', () => {
  it('goes with a merge and comes back with its undoing, with who, why and until', async () => {
    const { test, secretary, put, define } = scene;
    const made = await define('需要陪诊', undefined);
    await secretary.call(contract.switchTag, { ...made, on: true });
    const [keepId, goneId] = [await put({}), await put({})];
    await secretary.call(contract.setTag, { subjectId: goneId, tagId: made.tagId, why: '腿伤', until: '2026-05-01' });
    await waitForCount(1, { tag: made.tagId });
    const { mergeId } = await secretary.call(contract.mergeSubjects, { keepId, goneId, reason: '同一人登记两次' });
    const held = async (subjectId: string) => {
      await test.settle();
      const { tags } = await secretary.call(contract.listSubjectTags, { subjectId });
      return tags.filter(({ tagId }) => tagId === made.tagId).map(({ why, until }) => [why, until]);
    };
    expect(await held(keepId)).toEqual([['腿伤', '2026-05-01']]);
    expect(await held(goneId)).toEqual([]);
    await waitForCount(1, { tag: made.tagId });
    // A run over everybody must find it too: the row of the hand has moved, not only the number.
    await secretary.call(contract.changeFields, { subjectId: keepId, fields: [{ code: 'veteran', value: true }] });
    expect(await held(keepId)).toEqual([['腿伤', '2026-05-01']]);
    await secretary.call(contract.undoMerge, { mergeId, reason: '其实是两人' });
    expect(await held(keepId)).toEqual([]);
    expect(await held(goneId)).toEqual([['腿伤', '2026-05-01']]);
    await waitForCount(1, { tag: made.tagId });
    const { rows } = await test.app.database.asSystem((db) =>
      sql<{
        open: number;
      }>`select count(*)::int as open from tag_hand where tag_id = ${made.tagId} and ended_at is null`.execute(db),
    );
    expect(rows[0]?.open).toBe(1);
  }, 60_000);

  it('keeps the reason of the one that stays when both had it', async () => {
    const { test, secretary, put, define } = scene;
    const made = await define('需要助浴', undefined);
    await secretary.call(contract.switchTag, { ...made, on: true });
    const [keepId, goneId] = [await put({}), await put({})];
    for (const [subjectId, why] of [
      [keepId, '自己的'],
      [goneId, '另一个的'],
    ] as const)
      await secretary.call(contract.setTag, { subjectId, tagId: made.tagId, why });
    await secretary.call(contract.mergeSubjects, { keepId, goneId, reason: '同一人登记两次' });
    await test.settle();
    const { tags } = await secretary.call(contract.listSubjectTags, { subjectId: keepId });
    expect(tags.filter(({ tagId }) => tagId === made.tagId)).toMatchObject([{ why: '自己的' }]);
  }, 60_000);
});
