import type { answerQuestions, OutputOf, ParsedInputOf } from '@linli/contract';
import {
  type Actor,
  checkFieldValue,
  dayOf,
  entrySeconds,
  fieldAccess,
  findRegisterField,
  mayInArea,
  type RegisterField,
  shareSeconds,
  weekOf,
} from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import { findAskingForms } from './asking-forms.ts';
import { checkSealedValue } from './check-sealed-value.ts';
import type { FormDeps } from './deps.ts';
import { type Accepted, type AskedSubject, enterAnswers } from './enter-answers.ts';
import { fillReturns } from './fill/fill-returns.ts';

type Input = ParsedInputOf<typeof answerQuestions>;
type Answer = Input['answers'][number];
type Refused = OutputOf<typeof answerQuestions>['refused'][number];

/**
 * Answers go to the registers through their own door, with the form as their source; every open return that lacks them is filled with them
 * at once. What one may not answer is told, the rest is taken. What its person wants no more used is asked no more.
 */
export async function takeAnswers(
  db: Db,
  deps: FormDeps,
  call: { actor: Actor; input: Input; now: Date; requestId: string },
): Promise<OutputOf<typeof answerQuestions>> {
  const { actor, input, now } = call;
  const subjects = await findSubjects(db, input.answers);
  const open = await findOpenKeys(db, input.answers);
  const sound: Accepted[] = [];
  const unknown: Answer[] = [];
  const refused: Refused[] = [];
  for (const answer of new Map(input.answers.map((one) => [`${one.subjectId}/${one.field}`, one])).values()) {
    const result = judge(actor, answer, { subjects, open, confirms: input.confirms });
    if ('problem' in result)
      refused.push({ subjectId: answer.subjectId, field: answer.field, problem: result.problem });
    else if (result.accepted) sound.push(result.accepted);
    else unknown.push(answer);
  }
  const ids = [...new Set([...sound.map(({ subject }) => subject.id), ...unknown.map((answer) => answer.subjectId)])];
  const before = await findAskingForms(db, ids);
  const problems = await enterAnswers(db, deps, call, sound);
  for (const [{ subject, field }, problem] of problems)
    refused.push({ subjectId: subject.id, field: field.code, problem });
  const accepted = sound.filter((one) => !problems.has(one));
  const restricted = sound.filter((one) => problems.get(one) === 'field-restricted');
  const answered = new Set([
    ...accepted.map(({ subject, field }) => `${subject.id}/${field.code}`),
    ...unknown.map((a) => `${a.subjectId}/${a.field}`),
  ]);
  const served = before.asking.filter((one) => answered.has(`${one.subjectId}/${one.field}`));
  await elevated(db, async () => {
    await settle(db, [...accepted, ...restricted], unknown, now);
    await refill(db, before, ids, now);
    await noteBurden(db, served, { tookSeconds: input.tookSeconds, answers: answered.size, now });
  });
  return { answered: answered.size, forms: new Set(served.map((one) => one.formId)).size, refused };
}

async function findSubjects(db: Db, answers: readonly Answer[]): Promise<Map<string, AskedSubject>> {
  const ids = [...new Set(answers.map((answer) => answer.subjectId))];
  const { rows } = await sql<AskedSubject>`select id, noun, path::text as path, fields from subject
    where id = any(${ids}::uuid[]) and state = 'active'`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

async function findOpenKeys(db: Db, answers: readonly Answer[]): Promise<Set<string>> {
  const ids = [...new Set(answers.map((answer) => answer.subjectId))];
  const { rows } = await sql<{ key: string }>`select subject_id || '/' || field as key from form_question
    where subject_id = any(${ids}::uuid[]) and state <> 'answered'`.execute(db);
  return new Set(rows.map((row) => row.key));
}

function judge(
  actor: Actor,
  answer: Answer,
  call: { subjects: ReadonlyMap<string, AskedSubject>; open: ReadonlySet<string>; confirms: boolean },
): { problem: string } | { accepted: Accepted | null } {
  const subject = call.subjects.get(answer.subjectId);
  if (!subject || !mayInArea(actor, 'forms:fill', subject.path)) return { problem: 'not-found' };
  const field = findRegisterField(subject.noun, answer.field);
  if (!field || fieldAccess(actor, field, subject.path) === 'hidden') return { problem: 'not-found' };
  const isOpen = call.open.has(`${subject.id}/${field.code}`);
  if (!isOpen && !call.confirms) return { problem: 'not-asked' };
  if (answer.value === undefined)
    return answer.unknown === undefined || !isOpen ? { problem: 'required' } : { accepted: null };
  const checked = checkValue(field, answer.value);
  if (!checked.ok) return { problem: checked.problem };
  // What another body owns is confirmed as it is; changing it is a correction asked of that body.
  const isKnown = field.code in subject.fields;
  if (isKnown && field.owner !== 'committee' && subject.fields[field.code] !== checked.value)
    return { problem: 'correction-needed' };
  return { accepted: { subject, field, value: checked.value, documentKind: checked.kind } };
}

type Checked = { ok: true; value: string | number | boolean; kind: string } | { ok: false; problem: string };

function checkValue(field: RegisterField, value: unknown): Checked {
  if (field.kind === 'secret') return checkSealedValue(field, value);
  const checked = checkFieldValue(field, value);
  return checked.ok ? { ...checked, kind: '' } : checked;
}

async function settle(db: Db, settled: readonly Accepted[], unknown: readonly Answer[], now: Date): Promise<void> {
  const rows = [
    ...settled.map(({ subject, field }) => ({ id: subject.id, field: field.code, state: 'answered', reason: null })),
    ...unknown.map((answer) => ({
      id: answer.subjectId,
      field: answer.field,
      state: 'unknown',
      reason: answer.unknown ?? null,
    })),
  ];
  if (rows.length === 0) return;
  await sql`update form_question q set state = a.state, reason = a.reason, answered_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as a(id uuid, field text, state text, reason text)
    where q.subject_id = a.id and q.field = a.field`.execute(db);
}

/** Every return with a row of these subjects, one statement for each version of a form. */
async function refill(
  db: Db,
  { touched, definitions }: Awaited<ReturnType<typeof findAskingForms>>,
  subjectIds: readonly string[],
  now: Date,
): Promise<void> {
  const byVersion = new Map<string, Set<string>>();
  const sites = new Map(touched.map((row) => [row.formId, row.siteId]));
  for (const { formId, version, returnId } of touched) {
    const key = `${formId}/${version}`;
    byVersion.set(key, (byVersion.get(key) ?? new Set()).add(returnId));
  }
  for (const [key, returnIds] of byVersion) {
    const definition = definitions.get(key);
    const siteId = sites.get(key.split('/')[0] ?? '');
    if (definition && siteId) await fillReturns(db, { siteId, definition, returnIds: [...returnIds], subjectIds, now });
  }
}

/** The time of one saving, shared by the forms it served, summed for the committee's week. */
export async function noteBurden(
  db: Db,
  served: readonly { formId: string; areaId: string }[],
  call: { tookSeconds: number; answers: number; now: Date },
): Promise<void> {
  const forms = [...new Set(served.map((one) => one.formId))].toSorted();
  const areas = new Map(served.map((one) => [one.formId, one.areaId]));
  const shares = shareSeconds(entrySeconds(call.tookSeconds), forms);
  const rows = forms.map((formId) => ({
    formId,
    areaId: areas.get(formId),
    seconds: shares.get(formId) ?? 0,
    answers: Math.max(1, served.filter((one) => one.formId === formId).length),
  }));
  if (rows.length === 0) return;
  await sql`insert into form_burden (form_id, area_id, week, seconds, answers)
    select b."formId", b."areaId", ${weekOf(dayOf(call.now))}::date, b.seconds, b.answers
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as b("formId" uuid, "areaId" uuid, seconds int, answers int)
    on conflict (form_id, area_id, week) do update set seconds = form_burden.seconds + excluded.seconds,
      answers = form_burden.answers + excluded.answers`.execute(db);
}
