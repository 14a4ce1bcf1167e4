import * as contract from '@linli/contract';
import { type Actor, anonymousActor, type Role } from '@linli/domain';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../platform/ids.ts';
import { type Caller, createTestApp, type TestApp } from './test-app.ts';
import { fillWall } from './wall-rows.fixture.ts';

/** The policies set aside: SQL itself, in the scope of somebody else, against every table that has people in it. */
let test: TestApp;
let mine: Caller;
let caseId: string;

/** How a row of each guarded table is told to be mine, or of my private case. */
const guarded: Readonly<Record<string, string>> = {
  account: 'id = :account',
  credential: 'account_id = :account',
  session: 'account_id = :account',
  phone_code: 'true',
  data_key: 'true',
  sign_in_try: 'true',
  reveal: 'account_id = :account',
  cases: 'id = :case',
  case_action: 'case_id = :case',
  case_reporter: 'case_id = :case',
  case_file: 'case_id = :case',
  saved_view: 'account_id = :account',
  notice: 'account_id = :account',
  delivery: 'true',
  partner_key: 'true',
  partner_outbox: 'true',
  partner_inbox: 'true',
  shared_case: 'case_id = :case',
  shared_words: 'true',
  address_name: 'true',
  import_mapping: 'true',
  import_run: 'true',
  import_row: 'true',
  import_number: 'true',
  import_problem: 'true',
  case_source: 'case_id = :case',
  case_caller: 'case_id = :case',
  case_invitation: 'case_id = :case',
  caller_reveal: 'true',
  subject: 'true',
  tag_hand: 'true',
  tag_view: 'account_id = :account',
  tag_export: 'asked_by = :account',
  subject_account: 'true',
  subject_secret: 'true',
  fact: 'true',
  subject_link: 'true',
  guardian_wait: 'true',
  letting_check: 'true',
  subject_reveal: 'true',
  correction: 'true',
  same_pair: 'true',
  subject_merge: 'true',
  care_holding: 'true',
  room: 'true',
  mediator: 'true',
  case_mediator: 'case_id = :case',
  booking: 'case_id = :case',
  form_row: 'true',
  form_behind: 'true',
  form_question: 'true',
  rights_request: 'account_id = :account',
  rights_step: 'true',
  consent: 'true',
  restricted_value: 'true',
  consent_photo: 'true',
  data_copy: 'account_id = :account',
};

beforeAll(async () => {
  test = await createTestApp();
  mine = await test.resident('13800001234');
  const place = { ...test.street.area.east1.point, crs: 'wgs84' as const, address: '' };
  const photos = [await mine.photo(5)];
  ({ caseId } = await mine.call(contract.reportCase, {
    typeCode: '06010',
    words: '私事',
    place,
    form: {},
    photos,
    urgent: false,
    anonymous: false,
    visibility: 'private',
  }));
  await mine.call(contract.saveView, { name: '我的', filter: {}, order: 'due' });
  await test.nobody.call(contract.requestPhoneCode, { phone: '13800009999' });
  const chief = await test.staff('duty-chief', 'street');
  await chief.call(contract.revealReporter, { caseId, reason: '需要上门联系' });
  await test.app.database.asSystem(async (db) => {
    const noticeId = newId();
    await sql`insert into notice (id, account_id, kind, noun, at) values (${noticeId}, ${mine.accountId}, 'case.closed', 'case', now())`.execute(
      db,
    );
    await sql`insert into delivery (id, notice_id, channel, template, state, at) values (${newId()}, ${noticeId}, 'sms', 'x', 'sent', now())`.execute(
      db,
    );
  });
  await fillWall(test, { caseId, accountId: mine.accountId });
}, 60_000);
afterAll(() => test.close());

const text = (condition: string) =>
  condition.replace(':account', `'${mine.accountId}'`).replace(':case', `'${caseId}'`);
function count(actor: Actor | 'system', table: string): Promise<number> {
  const statement = sql<{
    n: number;
  }>`select count(*)::int as n from ${sql.table(table)} where ${sql.raw(text(guarded[table] ?? 'false'))}`;
  const { database } = test.app;
  const run = async (db: Parameters<Parameters<typeof database.asSystem>[0]>[0]) =>
    (await statement.execute(db)).rows[0]?.n ?? -1;
  return actor === 'system' ? database.asSystem(run) : database.as(actor, run);
}

function staff(role: Role, path: string, unitId: string | null = null): Actor {
  return { kind: 'staff', accountId: newId(), name: '', scopes: [{ role, path, unitId, postId: newId() }], pools: [] };
}
const strangers = (): readonly [string, Actor][] => {
  const { area, unit } = test.street;
  return [
    ['nobody', anonymousActor],
    [
      'another resident',
      {
        kind: 'resident',
        accountId: newId(),
        name: '',
        scopes: [{ role: 'resident', path: area.street.path, unitId: null, postId: null }],
        pools: [],
      },
    ],
    ['a secretary of the sibling area', staff('committee-secretary', area.west.path)],
    ['a unit that did not get it', staff('unit-handler', area.street.path, unit.housing.id)],
    [
      'the three administrators',
      {
        ...staff('system-admin', area.street.path),
        scopes: (['system-admin', 'security-admin', 'audit-admin'] as const).map((role) => ({
          role,
          path: area.street.path,
          unitId: null,
          postId: null,
        })),
      },
    ],
    [
      'a pool elsewhere',
      {
        ...staff('unit-handler', area.west.path, unit.firm.id),
        pools: [{ unitKind: 'property-firm', path: area.west.path }],
      },
    ],
  ];
};

describe('row-level security with the policies set aside', () => {
  it('guards every table it is meant to guard, also from the tables’ owner', async () => {
    const { rows } = await test.app.database.pool.query<{ name: string; forced: boolean }>(
      "select relname as name, relforcerowsecurity as forced from pg_class where relrowsecurity and relkind in ('r', 'p') order by relname",
    );
    expect(rows.map((r) => r.name)).toEqual(Object.keys(guarded).sort());
    expect(rows.filter((r) => !r.forced)).toEqual([]);
  });

  it.each(Object.keys(guarded))('%s: shows a stranger none of my rows, though they are there', async (table) => {
    expect(await count('system', table)).toBeGreaterThan(0);
    for (const [who, actor] of strangers()) expect([who, await count(actor, table)]).toEqual([who, 0]);
  });

  it('shows the case and all that hangs on it to whoever’s area, post, hand or own it is', async () => {
    const own: Actor = { kind: 'resident', accountId: mine.accountId, name: '', scopes: [], pools: [] };
    const over = staff('committee-secretary', test.street.area.east.path);
    for (const table of ['cases', 'case_action', 'case_file']) {
      expect([table, (await count(own, table)) > 0, (await count(over, table)) > 0]).toEqual([table, true, true]);
    }
    for (const table of ['account', 'session', 'case_reporter', 'saved_view', 'notice', 'reveal'])
      expect([table, await count(own, table)]).toEqual([table, 1]);
  });

  it('lets a stranger change or remove none of them', async () => {
    for (const [who, actor] of strangers()) {
      for (const [table, condition] of Object.entries(guarded)) {
        const removed = await test.app.database
          .as(actor, (db) => sql`delete from ${sql.table(table)} where ${sql.raw(text(condition))}`.execute(db))
          .then((r) => Number(r.numAffectedRows ?? 0));
        expect([who, table, removed]).toEqual([who, table, 0]);
      }
      const changed = await test.app.database.as(actor, (db) =>
        sql`update cases set words = 'x' where ${sql.raw(text('id = :case'))}`.execute(db),
      );
      expect([who, Number(changed.numAffectedRows ?? 0)]).toEqual([who, 0]);
      const made = test.app.database.as(actor, (db) =>
        sql`insert into case_reporter (case_id, account_id, joined_at) values (${caseId}, ${mine.accountId}, now())`.execute(
          db,
        ),
      );
      await expect(made).rejects.toMatchObject({ code: '42501' });
    }
  });
});
