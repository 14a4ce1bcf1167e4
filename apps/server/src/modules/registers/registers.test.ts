import {
  addSubject,
  changeFields,
  confirmFields,
  getHouseholdFile,
  getSubject,
  linkMyAccount,
  listFactHistory,
  listMySubjects,
  listRevealsAboutMe,
  listSubjects,
  revealField,
} from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHome, inventNumber, settle } from '../../test/register-scene.fixture.ts';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';
import { writeFacts } from './store.ts';

let test: TestApp;
let keeper: Caller;
let secretary: Caller;
let westKeeper: Caller;
let reader: Caller;
let home: { buildingId: string; homeId: string };
let li: { personId: string; householdId: string };

beforeAll(async () => {
  test = await createTestApp();
  keeper = await test.staff('grid-worker', 'east1');
  secretary = await test.staff('committee-secretary', 'east');
  westKeeper = await test.staff('grid-worker', 'west1');
  reader = await test.staff('part-time-grid-worker', 'east1');
  home = await buildHome(test, keeper, 'east1');
  li = await settle(keeper, home.homeId, { name: '李兰英', born: '1940-02-29', serial: 122, phone: '13912340001' });
}, 60_000);
afterAll(() => test.close());

const valuesOf = (answer: Awaited<ReturnType<typeof viewOf>>) =>
  new Map(answer.groups.flatMap(({ fields }) => fields).map((field) => [field.code, field]));
const viewOf = (caller: Caller, subjectId: string) => caller.call(getSubject, { subjectId });

describe('a person of the register', () => {
  it('is entered with what the number says, sealed fields shown by their ends alone', async () => {
    const view = await viewOf(secretary, li.personId);
    const values = valuesOf(view);
    expect(view.subject).toMatchObject({ name: '李兰英', nameMasked: false, noun: 'person', state: 'active' });
    expect(values.get('born')).toMatchObject({ value: '1940-02-29', source: 'derived', owner: 'public-security' });
    expect(values.get('sex')?.value).toBe('2');
    expect(values.get('idNumber')).toMatchObject({ masked: true, can: { reveal: true } });
    expect(String(values.get('idNumber')?.value)).toMatch(/^3\*+.$/);
    expect(values.get('phone')?.value).toBe('139****0001');
    // Lives alone: read from who lives in the home.
    expect(values.get('livingArrangement')).toMatchObject({ value: 'alone', source: 'derived', level: 4 });
    expect(view.household?.name).toBe('李兰英');
  });

  it('shows a reader the surname and no number, others nothing at all', async () => {
    const view = await viewOf(reader, li.personId);
    expect(view.subject).toMatchObject({ name: '李**', nameMasked: true });
    expect([...valuesOf(view).keys()]).not.toContain('idNumber');
    expect([...valuesOf(view).keys()]).not.toContain('livingArrangement');
    for (const caller of [westKeeper, await test.resident()])
      expect((await caller.ask(getSubject, { subjectId: li.personId })).status).toBe(404);
    expect((await test.nobody.ask(getSubject, { subjectId: li.personId })).status).toBe(401);
  });

  it('is found by name, number and telephone, and not by who does not reach them', async () => {
    const ask = async (caller: Caller, words: string) =>
      (await caller.call(listSubjects, { noun: 'person', words, fields: ['sex', 'livingArrangement'] })).subjects;
    expect(await ask(keeper, '李兰')).toMatchObject([
      { id: li.personId, fields: { sex: '2' }, homeName: '崂山路1弄2号101室' },
    ]);
    expect((await ask(secretary, '李兰'))[0]?.fields).toEqual({ sex: '2', livingArrangement: 'alone' });
    expect(await ask(keeper, inventNumber('1940-02-29', 122))).toHaveLength(1);
    expect(await ask(keeper, '139 1234 0001')).toHaveLength(1);
    expect(await ask(westKeeper, '李兰')).toEqual([]);
    // Asking by a field one may not see finds nobody.
    const byField = { noun: 'person' as const, where: [{ code: 'livingArrangement', value: 'alone' }] };
    expect((await keeper.call(listSubjects, byField)).subjects).toEqual([]);
    expect((await secretary.call(listSubjects, byField)).subjects).toHaveLength(1);
  });

  it('tells every wrong field at once and stores none of them', async () => {
    const answer = await secretary.ask(changeFields, {
      subjectId: li.personId,
      fields: [
        { code: 'phone', value: '12345' },
        { code: 'careLevel', value: '9' },
        { code: 'religion', value: 'x' },
        { code: 'mealService', value: true },
      ],
    });
    expect(answer.status).toBe(400);
    expect(answer.error?.fields?.map(({ path, code }) => [path, code])).toEqual([
      ['fields.0.value', 'wrong-format'],
      ['fields.1.value', 'not-an-option'],
      ['fields.2.value', 'unknown'],
    ]);
    expect(valuesOf(await viewOf(secretary, li.personId)).get('mealService')?.value).toBeNull();
  });

  it('keeps what a value was, and takes the same again as confirmed', async () => {
    const change = (value: string) =>
      secretary.call(changeFields, { subjectId: li.personId, fields: [{ code: 'careLevel', value }] });
    expect((await change('2')).changed).toEqual(['careLevel']);
    expect((await change('3')).changed).toEqual(['careLevel']);
    expect((await change('3')).changed).toEqual([]);
    const { facts } = await secretary.call(listFactHistory, { subjectId: li.personId, field: 'careLevel' });
    expect(facts.map(({ value, supersededAt }) => [value, supersededAt === null])).toEqual([
      ['3', true],
      ['2', false],
    ]);
    test.clock.set('2028-04-20T10:00:00+08:00');
    const later = await test.staff('committee-secretary', 'east');
    const level = async () => valuesOf(await viewOf(later, li.personId)).get('careLevel');
    expect(await level()).toMatchObject({ value: '3', daysStale: 36 });
    await later.call(confirmFields, { subjectId: li.personId, fields: ['careLevel'] });
    expect((await level())?.daysStale).toBe(0);
    test.clock.set('2026-03-16T10:00:00+08:00');
  });

  it('hides from a keeper without care what stands at the highest level, also in history', async () => {
    expect(
      (await keeper.call(listFactHistory, { subjectId: li.personId })).facts.map(({ field }) => field).sort(),
    ).toEqual(['born', 'sex']);
    const refused = await keeper.ask(changeFields, {
      subjectId: li.personId,
      fields: [{ code: 'careLevel', value: '1' }],
    });
    expect(refused.error?.fields).toMatchObject([{ code: 'unknown' }]);
  });

  it('is shown in full for a reason, which the person reads; the day has a quota', async () => {
    const me = await test.resident('13912340001');
    expect((await me.call(listMySubjects, {})).subjects).toEqual([]);
    const wrong = await me.ask(linkMyAccount, { number: inventNumber('1940-02-29', 124) });
    expect(wrong.error?.code).toBe('link-not-proved');
    const stranger = await test.resident('13912349999');
    expect((await stranger.ask(linkMyAccount, { number: inventNumber('1940-02-29', 122) })).error?.code).toBe(
      'link-not-proved',
    );
    expect((await me.call(linkMyAccount, { number: inventNumber('1940-02-29', 122) })).subjectId).toBe(li.personId);

    const shown = await keeper.call(revealField, { subjectId: li.personId, field: 'phone', reason: '上门前电话联系' });
    expect(shown).toMatchObject({ value: '13912340001', left: 29 });
    expect((await keeper.ask(revealField, { subjectId: li.personId, field: 'phone', reason: '看' })).status).toBe(400);
    expect(
      (await reader.ask(revealField, { subjectId: li.personId, field: 'phone', reason: '上门前电话联系' })).status,
    ).toBe(403);
    expect(
      (await westKeeper.ask(revealField, { subjectId: li.personId, field: 'phone', reason: '上门前电话联系' })).status,
    ).toBe(404);
    expect((await me.call(listRevealsAboutMe, {})).reveals).toMatchObject([
      { reason: '上门前电话联系', noun: 'subject', nounId: li.personId },
    ]);
    expect((await stranger.call(listRevealsAboutMe, {})).reveals).toEqual([]);

    const mine = valuesOf(await viewOf(me, li.personId));
    expect(mine.get('careLevel')?.value).toBe('3');
    expect(mine.get('idNumber')?.masked).toBe(true);
    const collector = await test.staff('micro-grid-leader', 'east1');
    const asked = await Promise.all(
      Array.from({ length: 34 }, () =>
        collector.ask(revealField, { subjectId: li.personId, field: 'phone', reason: '批量收集号码' }),
      ),
    );
    expect(asked.filter(({ status }) => status === 200)).toHaveLength(30);
    expect(asked.filter(({ error }) => error?.code === 'too-many-requests')).toHaveLength(4);
  });
});

describe('the file of a household', () => {
  it('holds the home, who lives there and no field its reader may not see', async () => {
    const full = await secretary.call(getHouseholdFile, { subjectId: li.personId });
    expect(full).toMatchObject({
      address: '崂山路1弄2号101室',
      households: [{ members: [{ relation: '02', subject: { name: '李兰英' } }] }],
    });
    const codes = (file: typeof full) => file.households[0]?.members[0]?.fields.map(({ code }) => code);
    expect(codes(full)).toContain('careLevel');
    const less = await reader.call(getHouseholdFile, { subjectId: home.homeId });
    expect(codes(less)).toEqual(['sex', 'born']);
    expect(JSON.stringify(less)).not.toContain('careLevel');
    expect((await westKeeper.ask(getHouseholdFile, { subjectId: home.homeId })).status).toBe(404);
  });

  it('is printed for who may see it, as a paper of their own', async () => {
    const print = async (accountId: string | null, subjectId: string) => {
      const token = test.crypto.token();
      const now = test.clock.now();
      await test.app.database.asSystem((db) =>
        sql`insert into session (token_hash, account_id, created_at, seen_at, expires_at)
          values (${test.crypto.hashToken(token)}, ${accountId}, ${now}, ${now}, ${new Date(now.getTime() + 9e8)})`.execute(
          db,
        ),
      );
      return test.app.http.inject({
        method: 'GET',
        url: `/api/household-paper?subjectId=${subjectId}`,
        headers: { 'x-linli': '1', cookie: `linli_session=${token}` },
      });
    };
    const paper = await print(secretary.accountId, home.homeId);
    expect([paper.statusCode, paper.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect((await print(westKeeper.accountId, home.homeId)).statusCode).toBe(404);
    expect((await print(secretary.accountId, 'x')).statusCode).toBe(400);
    const url = `/api/household-paper?subjectId=${home.homeId}`;
    expect((await test.app.http.inject({ method: 'GET', url })).statusCode).toBe(401);
  });
});

describe('the one door values go through', () => {
  it('takes thousands at once, no field outside the whitelist and no sealed one', async () => {
    const now = test.clock.now();
    const fact = (field: string, value: string | boolean) =>
      ({
        subjectId: li.personId,
        noun: 'person',
        field,
        value,
        source: 'import',
        sourceId: null,
        since: '2026-03-01',
        recordedBy: null,
      }) as const;
    const write = (rows: ReturnType<typeof fact>[]) =>
      test.app.database.asSystem((db) => writeFacts(db, rows, { now }));
    await expect(write([fact('religion', 'x')])).rejects.toThrow(/religion/);
    await expect(write([fact('idNumber', '310101194002291222')])).rejects.toThrow(/sealed/);
    await expect(write([fact('sex', '7')])).rejects.toThrow(/not-an-option/);
    expect(await write([fact('veteran', true), fact('entitledGroup', '烈属')])).toMatchObject([
      { subjectId: li.personId, fields: ['entitledGroup', 'veteran'] },
    ]);
    expect(await write([fact('veteran', true)])).toEqual([]);
    const { rows } = await test.app.database.asSystem((db) =>
      sql<{
        fields: Record<string, unknown>;
        n: number;
      }>`select fields, (select count(*)::int from fact where subject_id = subject.id
        and superseded_at is null) as n from subject where id = ${li.personId}`.execute(db),
    );
    expect(rows[0]?.fields).toMatchObject({ veteran: true, entitledGroup: '烈属' });
    expect(Object.keys(rows[0]?.fields ?? {})).toHaveLength(rows[0]?.n ?? 0);
  });

  it('finds somebody entered twice, in whatever writing, also when both come at once', async () => {
    const enter = () =>
      keeper.call(addSubject, {
        noun: 'person',
        kind: 'resident',
        name: '买买提·吐尔逊',
        place: { homeId: home.homeId },
        fields: [{ code: 'idNumber', value: inventNumber('1975-06-01', 331) }],
        source: 'field',
      });
    const both = await Promise.all([enter(), enter(), enter()]);
    expect(new Set(both.map(({ subjectId }) => subjectId)).size).toBe(1);
    expect(both.filter(({ isNew }) => isNew)).toHaveLength(1);
    const elsewhere = await westKeeper.ask(addSubject, {
      noun: 'person',
      kind: 'resident',
      name: '买买提',
      place: { areaId: test.street.area.west1.id },
      fields: [{ code: 'idNumber', value: inventNumber('1975-06-01', 331) }],
    });
    expect(elsewhere.error?.code).toBe('subject-elsewhere');
    const rare = await keeper.call(addSubject, {
      noun: 'person',
      kind: 'resident',
      name: '𠮷𬎆',
      place: { homeId: home.homeId },
    });
    expect((await viewOf(reader, rare.subjectId)).subject.name).toBe('𠮷*');
    const passport = await keeper.call(addSubject, {
      noun: 'person',
      kind: 'resident',
      name: 'Anne-Marie O’Neil',
      place: { homeId: home.homeId },
      fields: [{ code: 'idNumber', value: 'EB1234567', documentKind: 'passport' }],
    });
    expect(passport.isNew).toBe(true);
    const wrongKind = await keeper.ask(addSubject, {
      noun: 'person',
      kind: 'resident',
      name: '某人',
      place: { homeId: home.homeId },
      fields: [{ code: 'idNumber', value: 'EB1234567' }],
    });
    expect(wrongKind.error?.fields).toMatchObject([{ path: 'fields.0.value', code: 'wrong-format' }]);
  });
});
