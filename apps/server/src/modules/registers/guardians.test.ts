import {
  addSubject,
  endGuardian,
  getHouseholdFile,
  getSubject,
  linkAccount,
  linkMyAccount,
  listNotices,
  mergeSubjects,
  recordDeath,
  undoMerge,
} from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller, TestApp } from '../../test/test-app.ts';
import { endOfAge } from './events/guardians.ts';
import { createGuardianScene, type GuardianScene } from './guardian-scene.fixture.ts';

let test: TestApp;
let keeper: Caller;
let west: Caller;
let homeId: string;
let enter: GuardianScene['enter'];
let parent: GuardianScene['parent'];
let set: GuardianScene['set'];
let mine: GuardianScene['mine'];
let lastNumber: GuardianScene['lastNumber'];
const on = '2026-03-10';

beforeAll(async () => {
  ({ test, keeper, west, homeId, enter, parent, set, mine, lastNumber } = await createGuardianScene());
}, 60_000);
afterAll(() => test.close());
const child = () => enter('小宝', '2018-01-01');

describe('guardians', () => {
  it('are set with the paper, stand in the file and end; the journal has both', async () => {
    const [ward, guardian] = [await child(), await parent()];
    expect((await set(ward, guardian)).status).toBe(200);
    expect((await set(ward, guardian)).error?.code).toBe('guardian-known');
    const seen = await keeper.call(getSubject, { subjectId: ward });
    const link = seen.links.find(({ kind }) => kind === 'guardian');
    expect(link).toMatchObject({
      role: 'parent',
      direction: 'from',
      other: { id: guardian },
      until: null,
      guardianship: { paper: 'birth-certificate', proof: '出示出生医学证明' },
    });
    const file = await keeper.call(getHouseholdFile, { subjectId: homeId });
    const member = file.households.flatMap(({ members }) => members).find(({ subject }) => subject.id === ward);
    expect(member?.guardians.map(({ id }) => id)).toEqual([guardian]);
    const end = { wardId: ward, guardianId: guardian, on, reason: 'mistake' as const };
    expect((await keeper.ask(endGuardian, { ...end, on: '2027-01-01' })).error?.code).toBe('event-day-wrong');
    expect((await west.ask(endGuardian, end)).status).toBe(404);
    await keeper.call(endGuardian, end);
    expect((await keeper.ask(endGuardian, end)).error?.code).toBe('guardian-none');
    const { rows } = await test.app.database.asSystem((db) =>
      sql<{
        kind: string;
        data: object;
      }>`select kind, data from journal where noun_id = ${ward} and kind like 'guardian.%'
        order by seq`.execute(db),
    );
    expect(rows).toMatchObject([
      { kind: 'guardian.set', data: { guardianId: guardian, paper: 'birth-certificate' } },
      { kind: 'guardian.ended', data: { guardianId: guardian, reason: 'mistake' } },
    ]);
    expect(JSON.stringify(rows)).not.toContain('出生医学证明');
    // Ended is not for ever: entered again it stands again.
    expect((await set(ward, guardian)).status).toBe(200);
  });

  it('are adults in force, somebody else, under nobody’s guardianship, and of the keeper’s own place', async () => {
    const [ward, guardian] = [await child(), await parent()];
    const refusals: [string, object, string][] = [
      ['oneself', { guardianId: ward }, 'guardian-unfit'],
      ['a minor', { guardianId: await enter('大宝', '2010-01-01') }, 'guardian-unfit'],
      ['a home', { guardianId: homeId }, 'noun-wrong'],
      ['a spouse of a child', { relation: 'spouse' }, 'guardian-not-justified'],
      ['a neighbour by birth certificate', { relation: 'other' }, 'guardian-not-justified'],
      ['tomorrow', { since: '2026-12-31' }, 'event-day-wrong'],
      ['before birth', { since: '2017-12-31' }, 'event-day-wrong'],
    ];
    for (const [what, more, code] of refusals)
      expect([what, (await set(ward, guardian, more)).error?.code]).toEqual([what, code]);
    expect((await set(ward, guardian, {}, west)).status).toBe(404);
    const dead = await parent();
    await keeper.call(recordDeath, { subjectId: dead, on });
    expect((await set(ward, dead)).error?.code).toBe('subject-gone');
    // Back doors: a link given with a new entry is none of a guardian.
    const smuggled = await keeper.ask(addSubject, {
      noun: 'person',
      kind: 'resident',
      name: '某人',
      place: { homeId },
      links: [{ toId: ward, kind: 'guardian' as 'owner' }],
    });
    expect(smuggled.status).toBe(400);
  });

  it('of an adult need a judgment, an appointment or an agreement, and make no circle', async () => {
    const [old, daughter] = [await enter('王老', '1940-01-01'), await enter('王女', '1970-01-01')];
    const paper = { relation: 'child', since: '2026-02-01' };
    for (const wrong of ['birth-certificate', 'household-book', 'consent'])
      expect((await set(old, daughter, { ...paper, paper: wrong })).error?.code).toBe('guardian-not-justified');
    const judged = { ...paper, paper: 'judgment', proof: '(2026)沪0115民特12号判决' };
    expect((await set(old, daughter, judged)).status).toBe(200);
    expect((await set(daughter, old, judged)).error?.code).toBe('guardian-unfit');
    // The daughter has a ward: nobody stands in for her until that is over.
    const third = await enter('李三', '1975-01-01');
    const agreed = { relation: 'other', paper: 'agreement', since: '2026-02-01' };
    expect((await set(daughter, third, agreed)).error?.code).toBe('guardian-circular');
    expect((await set(third, old, agreed)).error?.code).toBe('guardian-unfit');
  });

  it('two desks at once: once, and never in a circle; four at most', async () => {
    const [one, other] = [await enter('甲', '1950-01-01'), await enter('乙', '1952-01-01')];
    const agreed = { relation: 'spouse', paper: 'agreement', since: '2026-02-01' };
    const twice = await Promise.all([set(one, other, agreed), set(one, other, agreed)]);
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [a, b] = [await enter('丙', '1950-01-01'), await enter('丁', '1952-01-01')];
    const crossed = await Promise.all([set(a, b, agreed), set(b, a, agreed)]);
    expect(crossed.map(({ status }) => status).sort()).toEqual([200, 409]);
    const ward = await child();
    for (const status of [200, 200, 200, 200, 409]) expect((await set(ward, await parent())).status).toBe(status);
  });
});

describe('what a guardian’s account reads', () => {
  it('comes with the link or the account, whichever is later, and ends with the guardianship', async () => {
    const ward = await child();
    const [early, late] = [await parent('13912340001'), await parent('13912340002')];
    const [first, second] = [await test.resident('13912340001'), await test.resident('13912340002')];
    const own = { role: 'self' as const, proof: '出示身份证' };
    await keeper.call(linkAccount, { subjectId: early, phone: '13912340001', ...own });
    await set(ward, early);
    await set(ward, late);
    await test.settle();
    // Who else reads the child's data is known to who reads them already.
    const told = (await first.call(listNotices, { limit: 20 })).notices.map(({ kind }) => kind);
    expect(told).toContain('guardian.set');
    expect(await mine(first)).toEqual([`self ${early}`, `guardian ${ward}`]);
    expect(await mine(second)).toEqual([]);
    await second.call(linkMyAccount, { documentKind: 'resident-id', number: lastNumber('1988-02-02') });
    expect(await mine(second)).toEqual([`self ${late}`, `guardian ${ward}`]);
    expect((await second.call(getSubject, { subjectId: ward })).subject.name).toBe('小宝');
    await keeper.call(endGuardian, { wardId: ward, guardianId: late, on, reason: 'revoked' });
    expect((await second.ask(getSubject, { subjectId: ward })).status).toBe(404);
    expect(await mine(second)).toEqual([`self ${late}`]);
    // The other one goes on, until they die.
    expect(await mine(first)).toHaveLength(2);
    await keeper.call(recordDeath, { subjectId: early, on });
    expect(await mine(first)).toEqual([`self ${early}`]);
  });

  it('is linked at the desk by the telephone the register has of a guardian', async () => {
    const ward = await child();
    const account = await test.resident('13912347777');
    const link = { subjectId: ward, role: 'guardian' as const, proof: '出示户口簿和身份证' };
    expect((await keeper.ask(linkAccount, { ...link, phone: '13900000000' })).error?.code).toBe('link-not-proved');
    const guardian = await parent('13912347777');
    expect((await keeper.ask(linkAccount, { ...link, phone: '139 1234 7777' })).error?.code).toBe('link-not-proved');
    await set(ward, guardian);
    await keeper.call(linkAccount, { ...link, phone: '139 1234 7777' });
    expect((await account.call(getSubject, { subjectId: ward })).subject.name).toBe('小宝');
    await keeper.call(endGuardian, { wardId: ward, guardianId: guardian, on, reason: 'mistake' });
    expect((await account.ask(getSubject, { subjectId: ward })).status).toBe(404);
  });

  it('of a guardian does not end with the other one, whose telephone is the same', async () => {
    const [ward, phone] = [await child(), '13912346666'];
    const parents = [await parent(phone), await parent(phone)];
    const account = await test.resident(phone);
    for (const guardian of parents) await set(ward, guardian);
    await keeper.call(linkAccount, { subjectId: ward, role: 'guardian', phone, proof: '出示户口簿' });
    const [by, own] = parents.sort();
    await keeper.call(linkAccount, { subjectId: own ?? '', role: 'self', phone, proof: '出示身份证' });
    await keeper.call(endGuardian, { wardId: ward, guardianId: by ?? '', on, reason: 'revoked' });
    expect(await mine(account)).toContain(`guardian ${ward}`);
    await keeper.call(endGuardian, { wardId: ward, guardianId: own ?? '', on, reason: 'revoked' });
    expect(await mine(account)).toEqual([`self ${own}`]);
  });

  it('ends when the ward comes of age; one set for an adult stays', async () => {
    const [young, grown] = [await enter('十七', '2008-03-20'), await enter('成年', '1990-01-01')];
    const guardian = await parent('13912348888');
    const account = await test.resident('13912348888');
    await keeper.call(linkAccount, { subjectId: guardian, phone: '13912348888', role: 'self', proof: '出示身份证' });
    await set(young, guardian, { since: '2008-03-20' });
    await set(grown, guardian, { relation: 'parent', paper: 'judgment', since: '2020-01-01' });
    const run = (day: string) => test.app.database.asSystem((db) => endOfAge(db, new Date(`${day}T10:00:00+08:00`)));
    expect(await run('2026-03-19')).toBe(0);
    expect(await mine(account)).toHaveLength(3);
    expect(await run('2026-03-20')).toBe(1);
    expect(await run('2026-03-21')).toBe(0);
    expect(await mine(account)).toEqual([`self ${guardian}`, `guardian ${grown}`]);
    const link = (await keeper.call(getSubject, { subjectId: young })).links.find(({ kind }) => kind === 'guardian');
    expect(link?.until).toBe('2026-03-20');
  });

  it('follows a merge of the guardian or the ward, and its undoing', async () => {
    const [ward, twin] = [await child(), await child()];
    const [guardian, again] = [await parent('13912349999'), await parent()];
    const account = await test.resident('13912349999');
    await keeper.call(linkAccount, { subjectId: guardian, phone: '13912349999', role: 'self', proof: '出示身份证' });
    await set(ward, again);
    expect(await mine(account)).toEqual([`self ${guardian}`]);
    const people = await keeper.call(mergeSubjects, { keepId: guardian, goneId: again, reason: '同一人' });
    expect(await mine(account)).toEqual([`self ${guardian}`, `guardian ${ward}`]);
    const wards = await keeper.call(mergeSubjects, { keepId: twin, goneId: ward, reason: '同一人' });
    expect(await mine(account)).toEqual([`self ${guardian}`, `guardian ${twin}`]);
    await keeper.call(undoMerge, { mergeId: wards.mergeId, reason: '弄错了' });
    expect(await mine(account)).toEqual([`self ${guardian}`, `guardian ${ward}`]);
    await keeper.call(undoMerge, { mergeId: people.mergeId, reason: '弄错了' });
    expect(await mine(account)).toEqual([`self ${guardian}`]);
    // Guardian and ward entered as one by mistake: nobody is their own guardian, and parted it is as it was.
    await set(twin, guardian);
    expect(await mine(account)).toEqual([`self ${guardian}`, `guardian ${twin}`]);
    const mistake = await keeper.call(mergeSubjects, { keepId: guardian, goneId: twin, reason: '弄混' });
    expect(await mine(account)).toEqual([`self ${guardian}`]);
    await keeper.call(undoMerge, { mergeId: mistake.mergeId, reason: '弄错了' });
    expect(await mine(account)).toEqual([`self ${guardian}`, `guardian ${twin}`]);
  });
});
