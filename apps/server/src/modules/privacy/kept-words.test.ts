import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweepFilesHandlers } from '../../platform/files/index.ts';
import { newId } from '../../platform/ids.ts';
import { runDue } from '../../platform/jobs/due-work.ts';
import { createLog } from '../../platform/log.ts';
import { createTestApp, type TestApp } from '../../test/test-app.ts';
import { sweepRetention } from '../registers/index.ts';
import { forgetWords } from './forget-words.ts';

/**
 * What each column that can hold words says, of every table that has somebody of the register in it. A new column fails here until somebody
 * decides: `person`: values and words of or about the person, gone when the person is forgotten; `staff`: who did something, in the words of
 * their post; `code`: a code or key of the product's own.
 */
const columns: Readonly<Record<string, 'person' | 'staff' | 'code'>> = {
  'care_holding.class_code': 'person',
  'care_holding.grade_code': 'person',
  'care_holding.kind': 'code',
  'consent.categories': 'code',
  'consent.channel': 'code',
  'consent.evidence': 'person',
  'consent.given_by': 'code',
  'consent.purpose': 'code',
  'consent.text_hash': 'code',
  'consent.withdrawn_evidence': 'person',
  'consent_photo.hash': 'person',
  'correction.answer': 'person',
  'correction.asked_words': 'staff',
  'correction.decided_words': 'staff',
  'correction.field': 'code',
  'correction.owner': 'code',
  'correction.reason': 'person',
  'correction.state': 'code',
  'correction.value': 'person',
  'fact.basis': 'code',
  'fact.field': 'code',
  'fact.source': 'code',
  'fact.value': 'person',
  'form_question.field': 'code',
  'form_question.noun': 'code',
  'form_question.reason': 'person',
  'form_question.state': 'code',
  'guardian_wait.paper': 'person',
  'guardian_wait.proof': 'person',
  'guardian_wait.relation': 'person',
  'letting_check.by_words': 'staff',
  'letting_check.failed': 'code',
  'restricted_value.basis': 'code',
  'restricted_value.field': 'code',
  'restricted_value.sealed': 'person',
  'restricted_value.source': 'code',
  'rights_request.about': 'person',
  'rights_request.answer': 'person',
  'rights_request.asker': 'code',
  'rights_request.fields': 'code',
  'rights_request.ground': 'code',
  'rights_request.kind': 'code',
  'rights_request.number': 'code',
  'rights_request.outcome': 'code',
  'rights_request.state': 'code',
  'rights_request.wanted_sealed': 'person',
  'rights_request.words': 'person',
  'rights_step.act': 'code',
  'rights_step.by_words': 'staff',
  'rights_step.state': 'code',
  'rights_step.words': 'person',
  'same_pair.agreed': 'code',
  'same_pair.ground': 'code',
  'same_pair.state': 'code',
  'subject.fields': 'person',
  'subject.kind': 'code',
  'subject.name': 'person',
  'subject.noun': 'code',
  'subject.state': 'code',
  'subject_account.proved_by': 'person',
  'subject_account.role': 'code',
  'subject_link.kind': 'code',
  'subject_link.paper': 'person',
  'subject_link.proof': 'person',
  'subject_link.role': 'person',
  'subject_link.source': 'code',
  'subject_merge.by_words': 'staff',
  'subject_merge.moved': 'person',
  'subject_merge.reason': 'person',
  'subject_merge.undone_reason': 'person',
  'subject_merge.undone_words': 'staff',
  'subject_reveal.by_words': 'staff',
  'subject_reveal.field': 'code',
  'subject_reveal.reason': 'person',
  'subject_reveal.unit_words': 'staff',
  'subject_secret.basis': 'code',
  'subject_secret.field': 'code',
  'subject_secret.hash': 'person',
  'subject_secret.kind': 'code',
  'subject_secret.sealed': 'person',
  'subject_secret.source': 'code',
  'tag_hand.ended_why': 'person',
  'tag_hand.ended_words': 'staff',
  'tag_hand.set_words': 'staff',
  'tag_hand.why': 'person',
};

/** What stands in every column of the person's. */
const mark = '记号某某';
const marks: Readonly<Record<string, string>> = {
  text: `'${mark}'`,
  'text[]': `array['${mark}']`,
  jsonb: `'{"sex": "${mark}"}'::jsonb`,
  bytea: `convert_to('${mark}', 'UTF8')`,
};

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
}, 60_000);
afterAll(() => test.close());

/** Text, lists, documents and bytes of `subject` and of whatever names or hangs on a subject. */
async function findColumns(): Promise<{ name: string; type: string }[]> {
  const { rows } = await test.app.database.pool.query<{ name: string; type: string }>(`with recursive held(id) as (
      select c.oid from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and (c.relname = 'subject'
        or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'subject_id'))
      union select k.conrelid from pg_constraint k join held on k.confrelid = held.id where k.contype = 'f')
    select c.relname || '.' || a.attname as name, format_type(a.atttypid, null) as type
    from held join pg_class c on c.oid = held.id join pg_attribute a on a.attrelid = c.oid
    where a.attnum > 0 and not a.attisdropped and format_type(a.atttypid, null) in ('text', 'text[]', 'jsonb', 'bytea') order by 1`);
  return rows;
}

/** Somebody who died, with a row in every table that can have one of them. */
async function fillEveryTable(): Promise<void> {
  const { siteId, area } = test.street;
  const { accountId } = await test.resident('13800001234');
  const [id, other, rightsId, consentId] = [newId(), newId(), newId(), newId()];
  const { path } = area.east1;
  const rows = [
    sql`insert into tag (site_id, path, code, group_code, group_name, name, nouns, purpose, sensitivity, state, version, changed_at, changed_words)
      values (${siteId}, 'street', 'wall', 'own', '{}', '{}', '{person}', '{}', 3, 'on', 1, now(), '')`,
    sql`insert into tag_hand (id, subject_id, tag_id, why, set_words, set_at) select ${newId()}, ${id}, id, 'x', 'x', now() from tag where code = 'wall'`,
    sql`insert into subject_account (subject_id, account_id, proved_by, since) values (${id}, ${accountId}, 'x', now())`,
    sql`insert into subject_secret (subject_id, field, sealed, hash, source, basis, since, recorded_at)
      values (${id}, 'phone', 'x'::bytea, 'x'::bytea, 'office', 'consent', now(), now())`,
    sql`insert into fact (subject_id, field, value, source, basis, since, recorded_at) values (${id}, 'sex', '"1"', 'office', 'statutory', now(), now())`,
    sql`insert into subject_link (id, from_id, to_id, kind, valid_from, source) values (${newId()}, ${id}, ${other}, 'guardian', now(), 'office')`,
    sql`insert into subject_link (id, from_id, to_id, kind, valid_from, source) values (${newId()}, ${other}, ${id}, 'guardian', now(), 'office')`,
    sql`insert into guardian_wait (ward_id, guardian_id, relation, paper, proof, since, by_id, at)
      values (${other}, ${id}, 'x', 'x', 'x', now(), ${accountId}, now())`,
    sql`insert into subject_reveal (id, subject_id, field, by_account_id, by_words, reason, at) values (${newId()}, ${id}, 'phone', ${accountId}, 'x', 'x', now())`,
    sql`insert into correction (id, subject_id, field, value, reason, owner, asked_words, asked_at, path)
      values (${newId()}, ${id}, 'sex', '{}', 'x', 'committee', 'x', now(), ${path}::ltree)`,
    sql`insert into same_pair (id, one_id, other_id, ground, score, agreed, path, found_at)
      values (${newId()}, ${id}, ${other}, 'near', 0.5, '[]', ${path}::ltree, now())`,
    sql`insert into subject_merge (id, kept_id, gone_id, moved, by_words, at) values (${newId()}, ${other}, ${id}, '{}', 'x', now())`,
    sql`insert into care_holding (id, subject_id, kind, class_code, grade_code, entered_at) values (${newId()}, ${id}, 'care', 'x', 'x', now())`,
    sql`insert into rights_request (id, number, site_id, path, subject_id, account_id, asker, kind, words, state, submitted_at, due_at, latest_at, answered_at)
      values (${rightsId}, 'Q1', ${siteId}, ${path}::ltree, ${id}, ${accountId}, 'self', 'consult', '', 'answered', now(), now(), now(), now())`,
    sql`insert into rights_step (request_id, n, at, act, state, by_words) values (${rightsId}, 0, now(), 'submit', 'submitted', 'x')`,
    sql`insert into consent (id, subject_id, path, purpose, categories, version, channel, text_hash, given_by, given_at)
      values (${consentId}, ${id}, ${path}::ltree, 'contact', '{}', 1, 'paper', 'x'::bytea, 'self', now())`,
    sql`insert into file (hash, kind, content_type, bytes, created_at) values (${mark}, 'photo', 'image/jpeg', 1, now())`,
    sql`insert into consent_photo (consent_id, n, hash) values (${consentId}, 0, ${mark})`,
    sql`insert into restricted_value (subject_id, field, sealed, source, basis, since, recorded_at, restricted_at)
      values (${id}, 'sex', 'x'::bytea, 'office', 'statutory', '2026-01-01', now(), now())`,
    sql`insert into form_question (subject_id, field, noun, site_id, area_id, path, asked_at)
      values (${id}, 'sex', 'person', ${siteId}, ${area.east.id}, ${path}::ltree, now())`,
  ];
  await test.app.database.asSystem(async (db) => {
    for (const each of [id, other])
      await sql`insert into subject (id, site_id, noun, kind, name, path, state, until, created_at, changed_at)
        values (${each}, ${siteId}, 'person', 'resident', 'x', ${path}::ltree, ${each === id ? 'dead' : 'active'}, ${each === id ? '2026-03-01' : null}::date,
          now(), now())`.execute(db);
    for (const row of rows) await row.execute(db);
    for (const { name, type } of await findColumns()) {
      const [table = '', column = ''] = name.split('.');
      const of = table === 'subject' ? sql`where id = ${id}` : sql``;
      if (columns[name] === 'person')
        await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sql.raw(marks[type] ?? 'null')} ${of}`.execute(
          db,
        );
    }
  });
}

/** Columns in which the mark stands. */
async function findMarked(): Promise<string[]> {
  const found: string[] = [];
  await test.app.database.asSystem(async (db) => {
    for (const { name, type } of await findColumns()) {
      const [table = '', column = ''] = name.split('.');
      const text = type === 'bytea' ? sql`encode(${sql.ref(column)}, 'hex')` : sql`${sql.ref(column)}::text`;
      const sought = type === 'bytea' ? Buffer.from(mark).toString('hex') : mark;
      const { rows } =
        await sql`select from ${sql.table(table)} where position(${sought} in ${text}) > 0 limit 1`.execute(db);
      if (rows.length > 0) found.push(name);
    }
  });
  return found;
}

/** What a worker at that time takes out of the store. */
async function removedBytes(at: string): Promise<string[]> {
  const { database } = test.app;
  const log = createLog('silent');
  const removed: string[] = [];
  const files = { remove: async (hash: string) => void removed.push(hash) };
  const { 'file.remove': remove } = sweepFilesHandlers({ database, files, log });
  const handlers = remove === undefined ? {} : { 'file.remove': remove };
  while (await runDue({ database, clock: { now: () => new Date(at) }, log, handlers }));
  return removed;
}

describe('words kept of people', () => {
  it('stand in columns of which it was decided what becomes of them', async () => {
    expect((await findColumns()).map(({ name }) => name)).toEqual(Object.keys(columns).sort());
  });

  it('are gone, in every column of theirs, when their time is over', async () => {
    await fillEveryTable();
    const persons = Object.keys(columns).filter((name) => columns[name] === 'person');
    expect(await findMarked()).toEqual(persons.sort());
    const undone = test.app.database.asSystem(async (db) => {
      await sweepRetention(db, new Date('2035-04-01T00:00:00Z'));
      await forgetWords(db, new Date('2035-04-01T00:00:00Z'));
      throw new Error('cut off');
    });
    await expect(undone).rejects.toThrow('cut off');
    expect(await removedBytes('2035-04-01T00:30:00Z')).toEqual([]);
    const sweep = (at: string) =>
      test.app.database.asSystem(async (db) => {
        await sweepRetention(db, new Date(at));
        await forgetWords(db, new Date(at));
      });
    // Not before: names and reasons stand as long as anything is known.
    await sweep('2026-04-01T00:00:00Z');
    expect(await findMarked()).toEqual(persons);
    for (const hour of ['01', '02', '03']) await sweep(`2035-04-01T${hour}:00:00Z`);
    expect(await removedBytes('2035-04-01T04:00:00Z')).toEqual([mark]);
    expect(await findMarked()).toEqual([]);
    const { rows } = await test.app.database.asSystem((db) =>
      sql<{ consents: number; requests: number; files: number }>`select (select count(*)::int from consent) as consents,
        (select count(*)::int from rights_request) as requests, (select count(*)::int from file) as files`.execute(db),
    );
    // That there was an agreement and a request stays.
    expect(rows).toEqual([{ consents: 1, requests: 1, files: 0 }]);
  });
});
