import * as contract from '@linli/contract';
import { type Actor, anonymousActor, type Role } from '@linli/domain';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../platform/ids.ts';
import { type Caller, createTestApp, type TestApp } from './test-app.ts';

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
  caller_reveal: 'true',
  subject: 'true',
  tag_hand: 'true',
  tag_view: 'account_id = :account',
  tag_export: 'asked_by = :account',
  subject_account: 'true',
  subject_secret: 'true',
  fact: 'true',
  subject_link: 'true',
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
  await shareByForce();
  await importByForce();
  await registerByForce();
  await formByForce();
}, 60_000);
afterAll(() => test.close());

/** A private case is never shared by the product; here it is, so that the wall has something to hide. */
async function shareByForce(): Promise<void> {
  const { siteId } = test.street;
  const [partnerId, sharedId] = [newId(), newId()];
  await test.app.database.asSystem(async (db) => {
    await sql`insert into partner_key (site_id, public_key, private_key_encrypted, made_at) values (${siteId}, 'x', 'x'::bytea, now())`.execute(
      db,
    );
    await sql`insert into partner (id, site_id, path, code, name, base_url, public_key, active, made_at, changed_at)
      values (${partnerId}, ${siteId}, 'street', 'south', '南街道', 'https://south.example.cn', 'x', false, now(), now())`.execute(
      db,
    );
    await sql`insert into partner_outbox (partner_id, seq, message_id, kind, data, source_seq, made_at)
      values (${partnerId}, 1, ${newId()}, 'x', '{}', 1, now())`.execute(db);
    await sql`insert into partner_inbox (partner_id, seq, message_id, kind, received_at) values (${partnerId}, 1, ${newId()}, 'x', now())`.execute(
      db,
    );
    await sql`insert into shared_case (id, partner_id, case_id, site_id, number, origin, type_code, summary, our_part, their_part, fields, shared_at)
      values (${sharedId}, ${partnerId}, ${caseId}, ${siteId}, 'street-1', 'ours', '06010', 'x', 'x', 'x', '{}', now())`.execute(
      db,
    );
    await sql`insert into shared_words (id, shared_case_id, origin, words, said_at) values (${newId()}, ${sharedId}, 'ours', 'x', now())`.execute(
      db,
    );
  });
}

/** A run over a file, and a caller of the private case. */
async function importByForce(): Promise<void> {
  const { siteId } = test.street;
  const [runId, callerId] = [newId(), newId()];
  await test.app.database.asSystem(async (db) => {
    await sql`insert into address_name (id, site_id, path, said, means, made_by, made_at)
      values (${newId()}, ${siteId}, 'street', '新村甲楼', '示范路1号', ${mine.accountId}, now())`.execute(db);
    await sql`insert into import_mapping (id, site_id, name, version, definition, changed_at)
      values (${newId()}, ${siteId}, 'x', 1, '{}', now())`.execute(db);
    await sql`insert into import_run (id, site_id, path, file_name, format, encoding, headings, row_count, state, uploaded_by, uploaded_at, changed_at)
      values (${runId}, ${siteId}, 'street', 'x.csv', 'csv', 'utf-8', '{}', 1, 'uploaded', ${mine.accountId}, now(), now())`.execute(
      db,
    );
    await sql`insert into import_row (run_id, n, line, sealed) values (${runId}, 1, 2, 'x'::bytea)`.execute(db);
    await sql`insert into import_number (run_id, number, line) values (${runId}, '1', 2)`.execute(db);
    await sql`insert into import_problem (run_id, n, nr, line, heading, code) values (${runId}, 1, 1, 2, 'x', 'x')`.execute(
      db,
    );
    await sql`insert into case_source (site_id, system, external_id, case_id, hash, at)
      values (${siteId}, 'x', '1', ${caseId}, 'x'::bytea, now())`.execute(db);
    const [unitId, mediatorId] = [test.street.unit.committee.id, newId()];
    await sql`insert into room (id, site_id, unit_id, path, name, address, capacity, active, changed_at)
      values (${newId()}, ${siteId}, ${unitId}, 'street', 'x', 'x', 8, true, now())`.execute(db);
    await sql`insert into mediator (id, site_id, unit_id, path, name, kinds, languages, certificate, room_ids, valid_from, active, changed_at)
      values (${mediatorId}, ${siteId}, ${unitId}, 'street', 'x', '{}', '{}', '', '{}', '2026-01-01', true, now())`.execute(
      db,
    );
    await sql`insert into case_mediator (case_id, mediator_id) values (${caseId}, ${mediatorId})`.execute(db);
    await sql`insert into booking (id, case_id, stage, kind, resource_id, starts_at, ends_at)
      values (${newId()}, ${caseId}, 'x', 'mediator', ${mediatorId}, now(), now() + interval '1 hour')`.execute(db);
    await sql`insert into case_caller (id, case_id, called_at) values (${callerId}, ${caseId}, now())`.execute(db);
    await sql`insert into caller_reveal (id, caller_id, by_account_id, by_words, reason, at)
      values (${newId()}, ${callerId}, ${mine.accountId}, 'x', 'x', now())`.execute(db);
  });
}

/** Somebody of the register with all that can hang on them, linked to my account. */
async function registerByForce(): Promise<void> {
  const { siteId, area } = test.street;
  const [id, other, account] = [newId(), newId(), mine.accountId];
  const { path } = area.east1;
  await test.app.database.asSystem(async (db) => {
    for (const each of [id, other])
      await sql`insert into subject (id, site_id, noun, kind, name, path, created_at, changed_at)
        values (${each}, ${siteId}, 'person', 'resident', 'x', ${path}::ltree, now(), now())`.execute(db);
    await sql`insert into tag (site_id, path, code, group_code, group_name, name, nouns, purpose, sensitivity, state, version, changed_at, changed_words)
      values (${test.street.siteId}, 'street', 'wall', 'own', '{}', '{}', '{person}', '{}', 3, 'on', 1, now(), '')`.execute(
      db,
    );
    await sql`insert into tag_hand (id, subject_id, tag_id, why, set_words, set_at)
      select ${newId()}, ${id}, id, 'x', 'x', now() from tag where code = 'wall'`.execute(db);
    await sql`insert into tag_view (id, site_id, account_id, name, noun, level, expression, shared, by_words, changed_at)
      values (${newId()}, ${test.street.siteId}, ${account}, 'x', 'person', 4, '{}', false, 'x', now())`.execute(db);
    await sql`insert into tag_export (id, site_id, path, noun, expression, reason, subjects, state, asked_by, asked_words, asked_at)
      values (${newId()}, ${test.street.siteId}, 'street', 'person', '{}', 'x', 1, 'asked', ${account}, 'x', now())`.execute(
      db,
    );
    await sql`insert into subject_account (subject_id, account_id, proved_by, since) values (${id}, ${account}, 'x', now())`.execute(
      db,
    );
    await sql`insert into subject_secret (subject_id, field, sealed, hash, source, basis, since, recorded_at)
      values (${id}, 'phone', 'x'::bytea, 'x'::bytea, 'office', 'consent', now(), now())`.execute(db);
    await sql`insert into fact (subject_id, field, value, source, basis, since, recorded_at)
      values (${id}, 'sex', '"1"', 'office', 'statutory', now(), now())`.execute(db);
    await sql`insert into subject_link (id, from_id, to_id, kind, valid_from, source) values (${newId()}, ${id}, ${other}, 'guardian', now(), 'office')`.execute(
      db,
    );
    await sql`insert into subject_reveal (id, subject_id, field, by_account_id, by_words, reason, at)
      values (${newId()}, ${id}, 'phone', ${account}, 'x', 'x', now())`.execute(db);
    await sql`insert into correction (id, subject_id, field, value, reason, owner, asked_words, asked_at, path)
      values (${newId()}, ${id}, 'sex', '{}', 'x', 'committee', 'x', now(), ${path}::ltree)`.execute(db);
    await sql`insert into same_pair (id, one_id, other_id, ground, score, agreed, path, found_at)
      values (${newId()}, ${id}, ${other}, 'near', 0.5, '[]', ${path}::ltree, now())`.execute(db);
    await sql`insert into subject_merge (id, kept_id, gone_id, moved, by_words, at) values (${newId()}, ${id}, ${other}, '{}', 'x', now())`.execute(
      db,
    );
    await sql`insert into care_holding (id, subject_id, kind, class_code, grade_code, entered_at) values (${newId()}, ${id}, 'care', 'x', 'x', now())`.execute(
      db,
    );
    const rightsId = newId();
    await sql`insert into rights_request (id, number, site_id, path, subject_id, account_id, asker, kind, words, state, submitted_at, due_at, latest_at)
      values (${rightsId}, 'Q1', ${siteId}, ${path}::ltree, ${id}, ${account}, 'self', 'consult', '', 'submitted', now(), now(), now())`.execute(
      db,
    );
    await sql`insert into rights_step (request_id, n, at, act, state, by_words) values (${rightsId}, 0, now(), 'submit', 'submitted', 'x')`.execute(
      db,
    );
    await sql`insert into consent (id, subject_id, path, purpose, categories, version, channel, text_hash, given_by, given_at)
      values (${other}, ${id}, ${path}::ltree, 'contact', '{}', 1, 'app', 'x'::bytea, 'self', now())`.execute(db);
    await sql`insert into file (hash, kind, content_type, bytes, created_at) values ('paper', 'photo', 'image/png', 1, now())`.execute(
      db,
    );
    await sql`insert into consent_photo (consent_id, n, hash) values (${other}, 0, 'paper')`.execute(db);
    await sql`insert into restricted_value (subject_id, field, sealed, source, basis, since, recorded_at, restricted_at)
      values (${id}, 'sex', 'x'::bytea, 'office', 'statutory', '2026-01-01', now(), now())`.execute(db);
    await sql`insert into data_copy (id, subject_id, account_id, made_at, expires_at)
      values (${newId()}, ${id}, ${account}, now(), now())`.execute(db);
  });
}

/** A form's row about somebody of the east, a figure and a question. */
async function formByForce(): Promise<void> {
  const { siteId, area, unit } = test.street;
  const [formId, returnId, subjectId] = [newId(), newId(), newId()];
  await test.app.database.asSystem(async (db) => {
    await sql`insert into subject (id, site_id, noun, kind, name, path, created_at, changed_at)
      values (${subjectId}, ${siteId}, 'person', '', 'x', ${area.east1.path}::ltree, now(), now())`.execute(db);
    await sql`insert into form (id, site_id, unit_id, name, item_code, state, version, made_at, changed_at)
      values (${formId}, ${siteId}, ${unit.housing.id}, 'x', 'x', 'published', 1, now(), now())`.execute(db);
    await sql`insert into form_version (form_id, version, definition, published_at) values (${formId}, 1, '{}', now())`.execute(
      db,
    );
    await sql`insert into form_return (id, form_id, version, site_id, area_id, path, period, due_on, filled_at)
      values (${returnId}, ${formId}, 1, ${siteId}, ${area.east.id}, ${area.east.path}::ltree, 'once', '2026-04-01', now())`.execute(
      db,
    );
    await sql`insert into form_row (return_id, row_key, path, sort, cells, facts, marks)
      values (${returnId}, ${subjectId}, ${area.east1.path}::ltree, 'x', '["x"]', '{1}', 'f')`.execute(db);
    await sql`insert into form_behind (return_id, row_key, col, ordinals) values (${returnId}, ${subjectId}, 0, '{1}')`.execute(
      db,
    );
    await sql`insert into form_question (subject_id, field, noun, site_id, area_id, path, asked_at)
      values (${subjectId}, 'sex', 'person', ${siteId}, ${area.east.id}, ${area.east1.path}::ltree, now())`.execute(db);
  });
}

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
