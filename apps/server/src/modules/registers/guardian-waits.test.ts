import {
  decideGuardian,
  endGuardian,
  getMyData,
  getSubject,
  linkAccount,
  listNotices,
  moveOut,
  recordDeath,
} from '@linli/contract';
import { ageOn } from '@linli/domain';
import fc from 'fast-check';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller, TestApp } from '../../test/test-app.ts';
import { dropStaleWaits } from './events/guardian-waits.ts';
import { endOfAge } from './events/guardians.ts';
import { createGuardianScene, type GuardianScene } from './guardian-scene.fixture.ts';
import { hashOfIds } from './privacy/deletion-proofs.ts';
import { sweepRetention } from './privacy/retention.ts';

let test: TestApp;
let keeper: Caller;
let west: Caller;
let enter: GuardianScene['enter'];
let parent: GuardianScene['parent'];
let set: GuardianScene['set'];
let mine: GuardianScene['mine'];
const on = '2026-03-10';

beforeAll(async () => {
  ({ test, keeper, west, enter, parent, set, mine } = await createGuardianScene());
}, 60_000);
afterAll(() => test.close());

describe('a guardian by agreement', () => {
  const agreed = { relation: 'child', paper: 'agreement', proof: '意定监护协议2026-7号', since: '2026-02-01' };
  const decide = (wardId: string, guardianId: string, accept: boolean, by: Caller) =>
    by.ask(decideGuardian, { wardId, guardianId, accept });
  const waiting = async (wardId: string, by = keeper) =>
    (await by.call(getSubject, { subjectId: wardId })).waitingGuardians;
  let phone = 13912355000;
  /** An old person and their daughter, both with accounts of their own. */
  async function pair() {
    const [mine, hers] = [String(phone++), String(phone++)];
    const [old, daughter] = [await enter('王老', '1940-01-01', mine), await enter('王女', '1970-01-01', hers)];
    const [ward, guardian] = [await test.resident(mine), await test.resident(hers)];
    await keeper.call(linkAccount, { subjectId: old, phone: mine, role: 'self', proof: '出示身份证' });
    await keeper.call(linkAccount, { subjectId: daughter, phone: hers, role: 'self', proof: '出示身份证' });
    return { old, daughter, ward, guardian };
  }
  const told = async (caller: Caller) => {
    await test.settle();
    const { notices } = await caller.call(listNotices, { limit: 20 });
    return notices
      .map(({ kind }) => kind)
      .filter((kind) => kind.startsWith('guardian.'))
      .sort();
  };

  it('waits for a second person; nothing follows from it until then', async () => {
    const second = await test.staff('committee-secretary', 'east');
    const { old, daughter, ward, guardian } = await pair();
    const asked = await set(old, daughter, agreed);
    expect([asked.status, asked.ok?.waits]).toEqual([200, true]);
    expect((await set(old, daughter, agreed, second)).error?.code).toBe('guardian-waits');
    expect(await mine(guardian)).toEqual([`self ${daughter}`]);
    expect((await guardian.ask(getSubject, { subjectId: old })).status).toBe(404);
    expect((await keeper.call(getSubject, { subjectId: old })).links.map(({ kind }) => kind)).not.toContain('guardian');
    const link = { subjectId: old, role: 'guardian' as const, proof: '出示协议', phone: String(phone - 1) };
    expect((await keeper.ask(linkAccount, link)).error?.code).toBe('link-not-proved');
    expect(
      (await keeper.ask(endGuardian, { wardId: old, guardianId: daughter, on, reason: 'mistake' })).error?.code,
    ).toBe('guardian-none');
    expect(await told(ward)).toEqual(['guardian.asked']);
    // Who may answer hears of it; who asked, and who keeps another place, does not.
    expect(await told(second)).toEqual(['guardian.waits']);
    expect([await told(keeper), await told(west)]).toEqual([[], []]);
    expect(await waiting(old)).toMatchObject([
      { other: { id: daughter }, relation: 'child', paper: 'agreement', proof: agreed.proof, mine: true },
    ]);
    expect(await waiting(old, second)).toMatchObject([{ mine: false }]);
    const { links } = await ward.call(getMyData, { subjectId: old });
    expect(links.filter(({ kind }) => kind === 'guardian')).toMatchObject([
      { role: 'child', from: agreed.since, until: null, waits: true },
    ]);
    // The person themselves is no keeper: what was shown at the desk is not read on their page.
    expect(await waiting(old, ward)).toEqual([]);
    expect((await decide(old, daughter, true, keeper)).error?.code).toBe('second-person-needed');
    expect((await decide(old, daughter, true, west)).status).toBe(404);
    const both = await Promise.all([decide(old, daughter, true, second), decide(old, daughter, true, second)]);
    expect(both.map(({ status, error }) => error?.code ?? status).sort()).toEqual([200, 'guardian-not-waiting']);
    expect(await mine(guardian)).toEqual([`self ${daughter}`, `guardian ${old}`]);
    expect(await told(ward)).toEqual(['guardian.asked', 'guardian.set']);
    expect(await told(guardian)).toEqual(['guardian.set']);
    expect(await waiting(old)).toEqual([]);
    const seen = (await keeper.call(getSubject, { subjectId: old })).links.find(({ kind }) => kind === 'guardian');
    expect(seen).toMatchObject({ from: agreed.since, guardianship: { paper: 'agreement', proof: agreed.proof } });
  });

  it('is refused or taken back without a trace of its words, and told', async () => {
    const second = await test.staff('committee-secretary', 'east');
    const { old, daughter, ward, guardian } = await pair();
    await set(old, daughter, agreed);
    expect((await decide(old, daughter, false, second)).status).toBe(200);
    expect(await told(ward)).toEqual(['guardian.asked', 'guardian.refused']);
    expect((await set(old, daughter, agreed)).status).toBe(200);
    expect((await decide(old, daughter, false, keeper)).status).toBe(200);
    expect(await waiting(old)).toEqual([]);
    expect(await mine(guardian)).toEqual([`self ${daughter}`]);
  });

  it('is confirmed only while nothing speaks against it, and not for ever', async () => {
    const second = await test.staff('committee-secretary', 'east');
    const { old, daughter } = await pair();
    await set(old, daughter, agreed);
    // Meanwhile the daughter came under guardianship herself, by judgment.
    await set(daughter, await parent(), { relation: 'other', paper: 'judgment', since: '2026-02-01' });
    expect((await decide(old, daughter, true, second)).error?.code).toBe('guardian-unfit');
    const [gone, late] = [await pair(), await pair()];
    await set(gone.old, gone.daughter, agreed);
    await keeper.call(recordDeath, { subjectId: gone.daughter, on });
    expect((await decide(gone.old, gone.daughter, true, second)).error?.code).toBe('subject-gone');
    await set(late.old, late.daughter, agreed);
    const drop = (at: string) => test.app.database.asSystem((db) => dropStaleWaits(db, new Date(at)));
    expect(await drop('2026-03-17T00:00:00Z')).toBe(1);
    expect(await waiting(late.old)).toHaveLength(1);
    await drop('2026-04-20T00:00:00Z');
    expect(await waiting(late.old)).toEqual([]);
  });

  it('is not needed where a judgment says so, which overtakes what waits', async () => {
    const { old, daughter } = await pair();
    await set(old, daughter, agreed);
    expect((await set(old, daughter, { ...agreed, paper: 'judgment' })).ok).toMatchObject({ waits: false });
    expect(await waiting(old)).toEqual([]);
  });
});

describe('guardianship with the years', () => {
  it('ends when nothing is held of the guardian any more; the link and the account are proved deleted', async () => {
    const ward = await enter('成年', '1990-01-01');
    const guardian = await parent('13912347070');
    const account = await test.resident('13912347070');
    await keeper.call(linkAccount, { subjectId: guardian, phone: '13912347070', role: 'self', proof: '出示身份证' });
    await set(ward, guardian, { paper: 'judgment', since: '2020-01-01' });
    await keeper.call(moveOut, { subjectId: guardian, on });
    const all = <T>(query: RawBuilder<T>) => test.app.database.asSystem(async (db) => (await query.execute(db)).rows);
    const links = await all(
      sql<{ id: string }>`select id from subject_link where from_id = ${guardian} and kind = 'guardian'`,
    );
    // With those who died in other tests.
    const accounts = (
      await all(
        sql<{ id: string }>`select a.subject_id || '.' || a.account_id as id from subject_account a
          join subject s on s.id = a.subject_id where s.state <> 'active' or s.id = ${ward}`,
      )
    ).map(({ id }) => id);
    const sweep = (at: string) => test.app.database.asSystem((db) => sweepRetention(db, new Date(at)));
    await sweep('2026-03-17T00:00:00Z');
    // Who moved away is still guardian.
    expect(await mine(account)).toEqual([`self ${guardian}`, `guardian ${ward}`]);
    for (const hour of ['01', '02', '03']) await sweep(`2037-04-01T${hour}:00:00Z`);
    expect(await mine(account)).toEqual([]);
    expect(accounts).toEqual(expect.arrayContaining([guardian, ward].map((id) => `${id}.${account.accountId}`)));
    expect(await all(sql`select from subject_link where from_id = ${guardian} or to_id = ${guardian}`)).toEqual([]);
    const proofs = await all(
      sql<{ kind: string; rows: number; hash: Buffer }>`select kind, rows, ids_hash as hash from deletion_proof
        where kind in ('link', 'account') and rule like 'retention::%' and at >= '2037-01-01' order by kind`,
    );
    expect(proofs.map(({ kind, rows }) => [kind, rows])).toEqual([
      ['account', accounts.length],
      ['link', 1],
    ]);
    expect(proofs.map(({ hash }) => hash.toString('hex'))).toEqual(
      [accounts, links.map(({ id }) => id)].map((ids) => hashOfIds(ids).toString('hex')),
    );
    const { rows } = await test.app.database.asSystem((db) =>
      sql`select from journal where noun_id = ${ward} and kind = 'guardian.ended' and data->>'reason' = 'forgotten'`.execute(
        db,
      ),
    );
    expect(rows).toHaveLength(1);
  });

  it('ends on 1 March of a common year for who was born on 29 February', async () => {
    const [young, guardian] = [await enter('闰月', '2012-02-29'), await parent()];
    await set(young, guardian, { since: '2012-02-29' });
    const run = (day: string) => test.app.database.asSystem((db) => endOfAge(db, new Date(`${day}T10:00:00+08:00`)));
    expect(await run('2030-02-28')).toBe(0);
    await run('2030-03-01');
    const link = (await keeper.call(getSubject, { subjectId: young })).links.find(({ kind }) => kind === 'guardian');
    expect(link?.until).toBe('2030-03-01');
  });

  it('has one meaning of age in the database, too', async () => {
    const day = fc
      .date({ min: new Date('1904-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const nearLeap = fc
      .tuple(fc.integer({ min: 1904, max: 2040 }), fc.constantFrom('02-28', '03-01', '02-29'))
      .map(([year, rest]) => (rest === '02-29' ? `${year - (year % 4)}-02-29` : `${year}-${rest}`));
    const days = fc.oneof(day, nearLeap);
    const asked = fc
      .sample(fc.record({ born: days, at: days, years: fc.constantFrom(14, 18, 60, 80, 100) }), {
        numRuns: 800,
        seed: 29,
      })
      .filter(({ born, at }) => born <= at);
    const { rows } = await test.app.database.asSystem((db) =>
      sql<{ born: string; at: string; years: number; age: number; over: boolean }>`select born::text, at::text, years,
          extract(year from age(at, born))::int as age, born <= (at - make_interval(years => years)) as over
        from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a(born date, at date, years int)`.execute(db),
    );
    const wrong = rows.filter(
      ({ born, at, years, age, over }) => age !== ageOn(born, at) || over !== ageOn(born, at) >= years,
    );
    expect([rows.length > 300, wrong]).toEqual([true, []]);
  });
});
