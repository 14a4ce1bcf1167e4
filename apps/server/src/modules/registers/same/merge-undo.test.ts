import {
  endGuardian,
  getSubject,
  linkAccount,
  listMySubjects,
  moveIn,
  moveOut,
  setGuardian,
  undoMerge,
} from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../platform/ids.ts';
import { addHome, buildHome, inventNumber } from '../../../test/register-scene.fixture.ts';
import { createMergeScene, type MergeScene } from './merge-scene.fixture.ts';

let test: MergeScene['test'];
let keeper: MergeScene['keeper'];
let west: MergeScene['west'];
let home: MergeScene['home'];
let enter: MergeScene['enter'];
let rows: MergeScene['rows'];
let lastSerial: MergeScene['lastSerial'];
let merge: MergeScene['merge'];
let undo: MergeScene['undo'];
let values: MergeScene['values'];
const on = '2026-03-10';

beforeAll(async () => {
  ({ test, keeper, west, home, enter, rows, lastSerial, merge, undo, values } = await createMergeScene());
}, 60_000);
afterAll(() => test.close());

describe('homes', () => {
  it('in two micro-grids become one: everybody inside moves there and back', async () => {
    const far = await buildHome(test, keeper, 'east2', '301');
    const near = await addHome(keeper, home.buildingId, '302');
    const [stays, leaves, returns] = [
      await enter({ homeId: far.homeId }),
      await enter({ homeId: far.homeId }),
      await enter({ homeId: far.homeId }),
    ];
    const owner = await enter();
    const placeOf = async (id: string) => {
      const { subject, home: lives } = await keeper.call(getSubject, { subjectId: id });
      return [subject.areas.at(-1)?.id, lives?.id];
    };
    const there = [test.street.area.east2.id, far.homeId];
    const here = [test.street.area.east1.id, near];
    expect(await placeOf(stays)).toEqual(there);
    const householdId = (await keeper.call(getSubject, { subjectId: stays })).household?.id ?? '';
    const mergeId = await merge(near, far.homeId);
    for (const id of [stays, leaves, returns, householdId]) expect(await placeOf(id)).toEqual(here);
    const paths = await rows<{ path: string; buildingId: string }>(
      sql`select distinct path::text as path, building_id as "buildingId" from subject where home_id = ${near}`,
    );
    expect(paths).toEqual([{ path: test.street.area.east1.path, buildingId: home.buildingId }]);
    await keeper.call(moveOut, { subjectId: leaves, on });
    await keeper.call(moveOut, { subjectId: returns, on });
    // Came to live in the kept home of their own accord.
    await keeper.call(moveIn, {
      homeId: near,
      name: '周小明',
      fields: [{ code: 'idNumber', value: inventNumber('1980-01-01', lastSerial() - 1) }],
      on,
    });
    expect((await keeper.call(getSubject, { subjectId: returns })).subject.state).toBe('active');
    await undo(mergeId);
    for (const id of [stays, householdId]) expect(await placeOf(id)).toEqual(there);
    expect(await placeOf(returns)).toEqual(here);
    expect(await placeOf(owner)).toEqual([test.street.area.east1.id, home.homeId]);
  });

  it('a household parted again takes back its own, not who joined the other one anew', async () => {
    const [one, other] = [await enter(), await enter()];
    const householdOf = async (id: string) => (await keeper.call(getSubject, { subjectId: id })).household?.id;
    const [keepId, goneId] = [await householdOf(one), await householdOf(other)];
    const third = await enter({ householdId: goneId ?? '' });
    const members = async (id: string | undefined) => (await values(id ?? '')).members;
    const mergeId = await merge(keepId ?? '', goneId ?? '');
    expect(await members(keepId)).toBe(3);
    await keeper.call(moveOut, { subjectId: third, on });
    await keeper.call(moveIn, {
      homeId: home.homeId,
      householdId: keepId ?? '',
      name: '周小明',
      fields: [{ code: 'idNumber', value: inventNumber('1980-01-01', lastSerial()) }],
      on,
    });
    await undo(mergeId);
    expect([await householdOf(one), await householdOf(other), await householdOf(third)]).toEqual([
      keepId,
      goneId,
      keepId,
    ]);
    expect([await members(keepId), await members(goneId)]).toEqual([2, 1]);
  });
});

describe('undoing', () => {
  const born = {
    relation: 'parent',
    paper: 'birth-certificate',
    proof: '出示出生医学证明',
    since: '2018-01-01',
  } as const;
  const ward = () => enter({ born: '2018-01-01' });

  it('finds the same link and the same account again without falling over them', async () => {
    const [kept, gone, child] = [await enter(), await enter({ phone: '13700000041' }), await ward()];
    const account = await test.resident('13700000041');
    await keeper.call(linkAccount, { subjectId: gone, phone: '13700000041', role: 'self', proof: '出示身份证' });
    await keeper.call(setGuardian, { wardId: child, guardianId: gone, ...born });
    const mergeId = await merge(kept, gone);
    // Written past the desk, as an import or a restored backup might.
    const [{ id: accountId } = { id: '' }] = await rows<{ id: string }>(
      sql`select account_id as id from subject_account where subject_id = ${kept} and role = 'self'`,
    );
    await test.app.database.asSystem(async (db) => {
      await sql`insert into subject_link (id, from_id, to_id, kind, valid_from, source)
        values (${newId()}, ${gone}, ${child}, 'guardian', '2026-03-01', 'import')`.execute(db);
      await sql`insert into subject_account (subject_id, account_id, proved_by, since) values (${gone}, ${accountId}, 'x', now())`.execute(
        db,
      );
    });
    await undo(mergeId);
    const links = await rows<{ over: boolean }>(
      sql`select valid_to is not null as over from subject_link where from_id = ${gone} and to_id = ${child} order by 1`,
    );
    expect(links).toEqual([{ over: false }, { over: true }]);
    const [told] = await rows<{ data: { notInForce: string[] } }>(
      sql`select data from journal where kind = 'subject.parted' and noun_id = ${kept}`,
    );
    expect(told?.data.notInForce).toHaveLength(1);
    const { subjects } = await account.call(listMySubjects, {});
    expect(subjects.map(({ subject, role }) => [role, subject.id]).sort()).toEqual(
      [
        ['self', gone],
        ['guardian', child],
      ].sort(),
    );
  });

  it('brings back no right that was ended, and leaves what was proved anew', async () => {
    const [kept, gone, child] = [await enter(), await enter({ phone: '13700000051' }), await ward()];
    const account = await test.resident('13700000051');
    const link = { phone: '13700000051', role: 'self' as const, proof: '出示身份证' };
    await keeper.call(linkAccount, { subjectId: gone, ...link });
    await keeper.call(setGuardian, { wardId: child, guardianId: gone, ...born });
    const mergeId = await merge(kept, gone);
    await keeper.call(endGuardian, { wardId: child, guardianId: kept, on, reason: 'revoked' });
    test.clock.forward(1);
    await keeper.call(linkAccount, { subjectId: kept, ...link });
    await undo(mergeId);
    const { subjects } = await account.call(listMySubjects, {});
    expect(subjects.map(({ subject }) => subject.id).sort()).toEqual([kept, gone].sort());
    const standing = (await keeper.call(getSubject, { subjectId: child })).links.filter(
      ({ kind }) => kind === 'guardian',
    );
    expect(standing).toMatchObject([{ other: { id: gone }, until: on }]);
  });

  it('of two merges across each other leaves every link where it was, in whatever order', async () => {
    for (const first of ['guardian', 'child']) {
      const [g1, g2, c1, c2] = [await enter(), await enter(), await ward(), await ward()];
      for (const [wardId, guardianId] of [
        [c1, g1],
        [c2, g1],
        [c2, g2],
      ] as const)
        await keeper.call(setGuardian, { wardId, guardianId, ...born });
      const standing = async () =>
        (
          await rows<{ link: string }>(sql`select from_id || ' ' || to_id as link from subject_link
            where kind = 'guardian' and valid_to is null and to_id in (${c1}, ${c2}) order by 1`)
        ).map(({ link }) => link);
      const before = await standing();
      const guardians = await merge(g1, g2);
      const children = await merge(c1, c2);
      expect(await standing()).toEqual([`${g1} ${c1}`]);
      const order = first === 'guardian' ? [guardians, children] : [children, guardians];
      for (const mergeId of order) await undo(mergeId);
      expect([first, await standing()]).toEqual([first, before]);
    }
  });

  it('happens once when two ask at once, and not from another place', async () => {
    const [kept, gone] = [await enter(), await enter()];
    const mergeId = await merge(kept, gone);
    expect((await west.ask(undoMerge, { mergeId, reason: '弄错了' })).status).toBe(404);
    const answers = await Promise.all([1, 2].map(() => keeper.ask(undoMerge, { mergeId, reason: '弄错了' })));
    expect(answers.map(({ error }) => error?.code ?? 'done').sort()).toEqual(['done', 'merge-undone']);
  });
});
