import {
  addSubject,
  askCorrection,
  changeFields,
  decideCorrection,
  endSubject,
  getHouseholdFile,
  getSubject,
  issueComponentCode,
  joinHouseholds,
  keepApart,
  listComponentClasses,
  listCorrections,
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
import { writeFacts } from './store.ts';

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

describe('corrections', () => {
  it('ask the owner of a field that has spoken, decided by another person', async () => {
    const { personId } = await settle(keeper, home.homeId, { name: '孙三', born: '1971-01-01', serial: 711 });
    const change = (value: string) =>
      secretary.call(changeFields, {
        subjectId: personId,
        fields: [{ code: 'allowance', value }],
        reason: '本人出示证明',
      });
    // Nobody of the department has said anything: entered at once.
    expect(await change('low-income')).toMatchObject({ changed: ['allowance'], asked: [] });
    await test.app.database.asSystem((db) =>
      writeFacts(
        db,
        [
          {
            subjectId: personId,
            noun: 'person',
            field: 'allowance',
            value: 'temporary',
            source: 'department:civil-affairs',
            sourceId: null,
            since: on,
            recordedBy: null,
          },
        ],
        { now: test.clock.now() },
      ),
    );
    expect(await change('minimum')).toMatchObject({ changed: [], asked: ['allowance'] });
    expect((await values(personId)).allowance).toBe('temporary');
    const twice = await secretary.ask(askCorrection, {
      subjectId: personId,
      field: 'allowance',
      value: 'minimum',
      reason: '再问',
    });
    expect(twice.error?.code).toBe('correction-pending');
    const { corrections } = await secretary.call(listCorrections, { subjectId: personId });
    expect(corrections).toMatchObject([
      { field: 'allowance', was: 'temporary', value: 'minimum', owner: 'civil-affairs', mayDecide: false },
    ]);
    expect((await west.call(listCorrections, {})).corrections).toEqual([]);
    // Who may not see the field does not see the request.
    expect((await keeper.call(listCorrections, { subjectId: personId })).corrections).toEqual([]);
    const decide = { correctionId: corrections[0]?.id ?? '', accept: true, words: '民政答复属实' };
    expect((await secretary.ask(decideCorrection, decide)).error?.code).toBe('second-person-needed');
    expect((await keeper.ask(decideCorrection, decide)).status).toBe(403);
    const chief = await test.staff('grid-leader', 'homes');
    await chief.call(decideCorrection, decide);
    expect((await chief.ask(decideCorrection, decide)).error?.code).toBe('correction-decided');
    expect((await values(personId)).allowance).toBe('minimum');
  });

  it('are answered by the unit of the body that entered the value, not by a committee in its place', async () => {
    const { personId } = await settle(keeper, home.homeId, { name: '周八', born: '1975-03-03', serial: 721 });
    const fact = {
      noun: 'person',
      field: 'registered',
      value: 'here',
      sourceId: null,
      since: on,
      recordedBy: null,
    } as const;
    await test.app.database.asSystem((db) =>
      writeFacts(db, [{ ...fact, subjectId: personId, source: 'department:public-security' }], {
        now: test.clock.now(),
      }),
    );
    const ask = { subjectId: personId, reason: '与证件不符' };
    const { correctionId } = await secretary.call(askCorrection, { ...ask, field: 'registered', value: 'absent' });
    const chief = await test.staff('grid-leader', 'homes');
    const police = await test.staff('unit-lead', 'street', 'police');
    const housing = await test.staff('unit-lead', 'street', 'housing');
    const decide = { correctionId, accept: true, words: '核对户籍，属实' };
    const { corrections } = await chief.call(listCorrections, { subjectId: personId });
    expect(corrections).toMatchObject([{ id: correctionId, answerOf: 'unit', mayDecide: false }]);
    expect((await chief.ask(decideCorrection, decide)).error).toMatchObject({ code: 'correction-of-owner' });
    expect((await housing.call(listCorrections, {})).corrections).toEqual([]);
    expect((await housing.ask(decideCorrection, decide)).status).toBe(404);
    expect((await police.call(listCorrections, {})).corrections).toMatchObject([
      {
        id: correctionId,
        subject: { nameMasked: true },
        field: 'registered',
        was: 'here',
        value: 'absent',
        mayDecide: true,
      },
    ]);
    await police.call(decideCorrection, decide);
    expect((await values(personId)).registered).toBe('absent');
    // What nobody else has entered is the place's own, also of a field another body could fill.
    const own = await secretary.call(askCorrection, { ...ask, field: 'allowance', value: 'minimum' });
    expect((await police.ask(decideCorrection, { ...decide, correctionId: own.correctionId })).status).toBe(404);
    await chief.call(decideCorrection, { ...decide, correctionId: own.correctionId });
    const { groups } = await secretary.call(getSubject, { subjectId: personId });
    const entered = groups.flatMap(({ fields }) => fields).find(({ code }) => code === 'allowance');
    expect(entered).toMatchObject({ value: 'minimum', source: 'office' });
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
    await secretary.call(keepApart, { pairId: pair?.id ?? '' });
    expect((await secretary.ask(keepApart, { pairId: pair?.id ?? '' })).error?.code).toBe('pair-decided');
  });
});
