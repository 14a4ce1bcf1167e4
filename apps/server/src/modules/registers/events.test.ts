import {
  addSubject,
  changeFields,
  endSubject,
  getHouseholdFile,
  getSubject,
  issueComponentCode,
  joinHouseholds,
  keepApart,
  listComponentClasses,
  listSamePairs,
  mergeSubjects,
  moveHome,
  moveIn,
  moveOut,
  recordDeath,
  reviveSubject,
  splitHousehold,
  undoMerge,
} from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addHome, buildHome, inventNumber, settle } from '../../test/register-scene.fixture.ts';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';

let test: TestApp;
let keeper: Caller;
let secretary: Caller;
let west: Caller;
let home: { buildingId: string; homeId: string };
let next: string;
const on = '2026-03-10';

beforeAll(async () => {
  test = await createTestApp();
  keeper = await test.staff('grid-worker', 'east1');
  secretary = await test.staff('committee-secretary', 'east');
  west = await test.staff('committee-secretary', 'west');
  home = await buildHome(test, keeper, 'east1');
  next = await addHome(keeper, home.buildingId, '102');
}, 60_000);
afterAll(() => test.close());

const values = async (subjectId: string) =>
  Object.fromEntries(
    (await secretary.call(getSubject, { subjectId })).groups
      .flatMap(({ fields }) => fields)
      .map(({ code, value }) => [code, value]),
  );
const stateOf = async (subjectId: string) => (await secretary.call(getSubject, { subjectId })).subject.state;
const roleOf = async (personId: string, toId: string) => {
  const { links } = await secretary.call(getSubject, { subjectId: personId });
  return links.find(({ other, kind, until }) => other.id === toId && kind === 'member' && until === null)?.role;
};
async function family(serial: number, homeId = home.homeId) {
  const wang = await settle(keeper, homeId, { name: '王建国', born: '1948-05-01', serial });
  const wife = await settle(keeper, homeId, {
    name: '陈美华',
    born: '1950-08-01',
    serial: serial + 1,
    householdId: wang.householdId,
    relation: '12',
  });
  return { householdId: wang.householdId, wang: wang.personId, wife: wife.personId };
}

describe('life events', () => {
  it('a death ends links and counts the household anew; brought back it is as before', async () => {
    const { householdId, wang, wife } = await family(411);
    expect(await values(wife)).toMatchObject({ livingArrangement: 'empty-nest' });
    expect(await values(householdId)).toMatchObject({ members: 2, allElderly: true });
    expect((await keeper.ask(recordDeath, { subjectId: wang, on: '2027-01-01' })).error?.code).toBe('event-day-wrong');
    expect((await keeper.ask(recordDeath, { subjectId: wang, on: '2001-01-01' })).error?.code).toBe('event-day-wrong');
    expect((await keeper.ask(recordDeath, { subjectId: householdId, on })).error?.code).toBe('noun-wrong');
    expect((await west.ask(recordDeath, { subjectId: wang, on })).status).toBe(404);
    await keeper.call(recordDeath, { subjectId: wang, on });
    expect(await stateOf(wang)).toBe('dead');
    expect((await keeper.ask(recordDeath, { subjectId: wang, on })).error?.code).toBe('subject-gone');
    expect(await values(householdId)).toMatchObject({ members: 1 });
    await keeper.call(reviveSubject, { subjectId: wang, on: '2026-03-12' });
    expect(await values(householdId)).toMatchObject({ members: 2 });
    expect((await keeper.ask(reviveSubject, { subjectId: wang, on })).error?.code).toBe('subject-present');
  });

  it('a household splits, joins again, moves and leaves', async () => {
    const { householdId, wang, wife } = await family(511, next);
    const part = { subjectId: householdId, headId: wife, on };
    expect((await keeper.ask(splitHousehold, { ...part, memberIds: [wang, wife] })).error?.code).toBe('members-wrong');
    const { householdId: ownId } = await keeper.call(splitHousehold, { ...part, memberIds: [wife] });
    expect(await values(householdId)).toMatchObject({ members: 1 });
    expect((await secretary.call(getHouseholdFile, { subjectId: next })).households).toHaveLength(2);
    const join = { subjectId: householdId, otherId: ownId, on };
    const wrong = [
      { personId: wang, relation: '10' },
      { personId: wife, relation: '02' },
    ];
    for (const relation of wrong)
      expect((await keeper.ask(joinHouseholds, { ...join, relations: [relation] })).error?.code).toBe('members-wrong');
    await keeper.call(joinHouseholds, join);
    // Who comes back is to the head what they were; otherwise what is said.
    expect(await roleOf(wife, householdId)).toBe('12');
    const again = await keeper.call(splitHousehold, { ...part, memberIds: [wife] });
    const said = [{ personId: wife, relation: '11' }];
    await keeper.call(joinHouseholds, { ...join, otherId: again.householdId, relations: said });
    expect(await roleOf(wife, householdId)).toBe('11');
    expect(await values(householdId)).toMatchObject({ members: 2 });
    expect(await stateOf(ownId)).toBe('ended');
    const third = await addHome(keeper, home.buildingId, '103');
    const moved = await keeper.call(moveHome, { subjectId: householdId, homeId: third, on });
    expect(moved.movedIds).toHaveLength(3);
    expect((await keeper.ask(moveHome, { subjectId: householdId, homeId: third, on })).error?.code).toBe('same-home');
    expect((await keeper.ask(endSubject, { subjectId: third, on })).error?.code).toBe('home-lived-in');
    await keeper.call(moveOut, { subjectId: householdId, on, to: 'other-province' });
    expect(await stateOf(wang)).toBe('left');
    await keeper.call(endSubject, { subjectId: third, on });
    // Who comes back is the same person.
    const back = await keeper.call(moveIn, {
      homeId: next,
      name: '王建国',
      as: 'tenant',
      fields: [{ code: 'idNumber', value: inventNumber('1948-05-01', 511) }],
      on: '2026-03-15',
    });
    expect(back).toMatchObject({ subjectId: wang, isNew: false });
    expect((await secretary.call(getHouseholdFile, { subjectId: next })).tenants).toMatchObject([{ id: wang }]);
    expect(await values(next)).toMatchObject({ tenants: 1 });
  });

  it('two moves at once of one person end in one place', async () => {
    const { personId } = await settle(keeper, home.homeId, { name: '赵一', born: '1980-01-01', serial: 611 });
    const [a, b] = [await addHome(keeper, home.buildingId, '201'), await addHome(keeper, home.buildingId, '202')];
    const answers = await Promise.all(
      [a, b].map((homeId) => keeper.ask(moveHome, { subjectId: personId, homeId, on })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { rows } = await test.app.database.asSystem((db) =>
      sql<{
        n: number;
      }>`select count(*)::int as n from subject_link where from_id = ${personId} and kind = 'member' and valid_to is null`.execute(
        db,
      ),
    );
    expect(rows[0]?.n).toBe(1);
    const file = await secretary.call(getSubject, { subjectId: personId });
    expect([a, b]).toContain(file.home?.id);
  });

  it('happens once for one request, as the field’s outbox sends it', async () => {
    const requestId = '0193f0c0-0000-7000-8000-000000000001';
    const input = {
      requestId,
      noun: 'asset' as const,
      kind: 'charging-cabinet',
      name: '换电柜1',
      place: { areaId: test.street.area.east1.id },
      fields: [{ code: 'slots', value: 8 }],
      source: 'field' as const,
    };
    const [one, two] = [await keeper.call(addSubject, input), await keeper.call(addSubject, input)];
    expect(one.subjectId).toBe(two.subjectId);
    const canteen = await keeper.call(addSubject, {
      ...input,
      requestId: '0193f0c0-0000-7000-8000-000000000002',
      fields: [],
      kind: 'meal-point',
      name: '助餐点',
    });
    expect(
      (await keeper.ask(issueComponentCode, { subjectId: canteen.subjectId, classCode: '01003' })).error?.code,
    ).toBe('component-class-misfit');
    const typed = { subjectId: canteen.subjectId, fields: [{ code: 'code', value: '31010101003000009' }] };
    expect((await keeper.ask(changeFields, typed)).error?.code).toBe('component-class-misfit');
    const { classes } = await keeper.call(listComponentClasses, { kind: 'cabinet' });
    expect(classes.map(({ name }) => name)).toEqual(['充电桩']);
    const number = await keeper.call(issueComponentCode, { subjectId: one.subjectId, classCode: '01054' });
    expect(number.code).toMatch(/^\d{6}01054000001$/);
    expect((await keeper.ask(issueComponentCode, { subjectId: one.subjectId, classCode: '01054' })).error?.code).toBe(
      'component-numbered',
    );
  });
});

describe('the merge desk', () => {
  it('joins two entries of one person and parts them again, at most once each', async () => {
    const one = await keeper.call(addSubject, {
      noun: 'person',
      kind: 'resident',
      name: '周小明',
      place: { homeId: home.homeId },
      fields: [{ code: 'born', value: '1990-01-01' }],
    });
    const other = await keeper.call(addSubject, {
      noun: 'person',
      kind: 'resident',
      name: '周小明',
      place: { homeId: next },
      fields: [{ code: 'idNumber', value: inventNumber('1990-01-01', 811) }],
    });
    expect(other.likeIds).toEqual([one.subjectId]);
    const { pairs } = await secretary.call(listSamePairs, {});
    const pair = pairs.find(({ one: a, other: b }) => [a.id, b.id].includes(one.subjectId));
    expect(pair).toMatchObject({ ground: 'near', state: 'open' });
    expect(
      (await west.ask(mergeSubjects, { keepId: one.subjectId, goneId: other.subjectId, reason: '同一人' })).status,
    ).toBe(404);
    const wrong = await secretary.ask(mergeSubjects, { keepId: one.subjectId, goneId: home.homeId, reason: '同一人' });
    expect(wrong.error?.code).toBe('merge-not-alike');
    const answers = await Promise.all([
      secretary.ask(mergeSubjects, { keepId: one.subjectId, goneId: other.subjectId, reason: '同一人' }),
      secretary.ask(mergeSubjects, { keepId: other.subjectId, goneId: one.subjectId, reason: '同一人' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const done = answers.find(({ ok }) => ok !== null)?.ok;
    const kept = done?.keptId ?? '';
    const gone = kept === one.subjectId ? other.subjectId : one.subjectId;
    expect(await stateOf(gone)).toBe('merged');
    expect(await values(kept)).toMatchObject({ born: '1990-01-01', sex: '1' });
    expect((await values(kept)).idNumber).toMatch(/\*/);
    const undo = { mergeId: done?.mergeId ?? '', reason: '弄错了' };
    await secretary.call(undoMerge, undo);
    expect((await secretary.ask(undoMerge, undo)).error?.code).toBe('merge-undone');
    expect([await stateOf(one.subjectId), await stateOf(other.subjectId)]).toEqual(['active', 'active']);
    expect((await values(one.subjectId)).idNumber).toBeNull();
    expect((await values(other.subjectId)).idNumber).toMatch(/\*/);
    expect((await values(one.subjectId)).sex).toBeNull();
    const by = '东园居民区 居民区书记';
    const parted = (await secretary.call(listSamePairs, {})).pairs.find(({ id }) => id === pair?.id);
    expect(parted).toMatchObject({
      mergeId: null,
      history: [{ mergeId: done?.mergeId, by, reason: '同一人', undone: { by, reason: '弄错了' } }],
    });
    await secretary.call(keepApart, { pairId: pair?.id ?? '' });
    expect((await secretary.ask(keepApart, { pairId: pair?.id ?? '' })).error?.code).toBe('pair-decided');
  });
});
