import { sql } from 'kysely';
import { newId } from '../platform/ids.ts';
import type { TestApp } from './test-app.ts';

/** Whose rows they are and the private case they hang on. */
interface WallScene {
  caseId: string;
  accountId: string | null;
}

/** A row in every guarded table that no operation of a resident reaches. */
export async function fillWall(test: TestApp, row: WallScene): Promise<void> {
  await shareByForce(test, row);
  await importByForce(test, row);
  await registerByForce(test, row);
  await formByForce(test);
}

/** A private case is never shared by the product; here it is, so that the wall has something to hide. */
async function shareByForce(test: TestApp, row: WallScene): Promise<void> {
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
      values (${sharedId}, ${partnerId}, ${row.caseId}, ${siteId}, 'street-1', 'ours', '06010', 'x', 'x', 'x', '{}', now())`.execute(
      db,
    );
    await sql`insert into shared_words (id, shared_case_id, origin, words, said_at) values (${newId()}, ${sharedId}, 'ours', 'x', now())`.execute(
      db,
    );
  });
}

/** A run over a file, and a caller of the private case. */
async function importByForce(test: TestApp, row: WallScene): Promise<void> {
  const { siteId } = test.street;
  const [runId, callerId] = [newId(), newId()];
  await test.app.database.asSystem(async (db) => {
    await sql`insert into address_name (id, site_id, path, said, means, made_by, made_at)
      values (${newId()}, ${siteId}, 'street', '新村甲楼', '示范路1号', ${row.accountId}, now())`.execute(db);
    await sql`insert into import_mapping (id, site_id, name, version, definition, changed_at)
      values (${newId()}, ${siteId}, 'x', 1, '{}', now())`.execute(db);
    await sql`insert into import_run (id, site_id, path, file_name, format, encoding, headings, row_count, state, uploaded_by, uploaded_at, changed_at)
      values (${runId}, ${siteId}, 'street', 'x.csv', 'csv', 'utf-8', '{}', 1, 'uploaded', ${row.accountId}, now(), now())`.execute(
      db,
    );
    await sql`insert into import_row (run_id, n, line, sealed) values (${runId}, 1, 2, 'x'::bytea)`.execute(db);
    await sql`insert into import_number (run_id, number, line) values (${runId}, '1', 2)`.execute(db);
    await sql`insert into import_problem (run_id, n, nr, line, heading, code) values (${runId}, 1, 1, 2, 'x', 'x')`.execute(
      db,
    );
    await sql`insert into case_source (site_id, system, external_id, case_id, hash, at)
      values (${siteId}, 'x', '1', ${row.caseId}, 'x'::bytea, now())`.execute(db);
    const [unitId, mediatorId] = [test.street.unit.committee.id, newId()];
    await sql`insert into room (id, site_id, unit_id, path, name, address, capacity, active, changed_at)
      values (${newId()}, ${siteId}, ${unitId}, 'street', 'x', 'x', 8, true, now())`.execute(db);
    await sql`insert into mediator (id, site_id, unit_id, path, name, kinds, languages, certificate, room_ids, valid_from, active, changed_at)
      values (${mediatorId}, ${siteId}, ${unitId}, 'street', 'x', '{}', '{}', '', '{}', '2026-01-01', true, now())`.execute(
      db,
    );
    await sql`insert into case_mediator (case_id, mediator_id) values (${row.caseId}, ${mediatorId})`.execute(db);
    await sql`insert into booking (id, case_id, stage, kind, resource_id, starts_at, ends_at)
      values (${newId()}, ${row.caseId}, 'x', 'mediator', ${mediatorId}, now(), now() + interval '1 hour')`.execute(db);
    await sql`insert into case_caller (id, case_id, called_at) values (${callerId}, ${row.caseId}, now())`.execute(db);
    await sql`insert into case_invitation (id, case_id, code_hash, made_by, made_at, expires_at)
      values (${newId()}, ${row.caseId}, 'x'::bytea, ${row.accountId}, now(), now() + interval '7 days')`.execute(db);
    await sql`insert into caller_reveal (id, caller_id, by_account_id, by_words, reason, at)
      values (${newId()}, ${callerId}, ${row.accountId}, 'x', 'x', now())`.execute(db);
  });
}

/** Somebody of the register with all that can hang on them, linked to my account. */
async function registerByForce(test: TestApp, row: WallScene): Promise<void> {
  const { siteId, area } = test.street;
  const [id, other, account] = [newId(), newId(), row.accountId];
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
    await sql`insert into guardian_wait (ward_id, guardian_id, relation, paper, proof, since, by_id, at)
      values (${id}, ${other}, 'x', 'agreement', 'x', now(), ${account}, now())`.execute(db);
    await sql`insert into letting_check (id, home_id, on_day, failed, by_id, by_words, at)
      values (${newId()}, ${id}, now(), '{}', ${account}, 'x', now())`.execute(db);
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
async function formByForce(test: TestApp): Promise<void> {
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
