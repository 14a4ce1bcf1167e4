import type { listQuestions, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, fieldAccess, findRegisterField, maskName, namesInFull, type SubjectNoun } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { findAskingForms } from './asking-forms.ts';
import type { FormDeps } from './deps.ts';
import { askingColumns } from './fill/column-sql.ts';
import { pathsOf } from './policy.ts';
import { findDefinitions } from './store.ts';
import { unitName } from './views.ts';

interface QuestionRow {
  subjectId: string;
  field: string;
  noun: SubjectNoun;
  path: string;
  name: string;
  address: string;
  askedAt: Date;
}

/** The committee's one queue: each thing once, with all forms the answer serves. What became known otherwise is no longer in it. */
export async function findQuestions(
  db: Db,
  deps: FormDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof listQuestions> },
): Promise<OutputOf<typeof listQuestions>> {
  const { actor, input } = call;
  const reach = sql`q.state = 'open' and q.path <@ ${`{${pathsOf(actor, 'forms:fill').join(',')}}`}::ltree[]
    and ${input.areaId ? sql`q.area_id = ${input.areaId}` : sql`true`} and s.state = 'active' and not (s.fields ? q.field)`;
  const ofForm = input.formId ? await askedBy(db, input.formId) : sql`true`;
  const after = input.after
    ? sql`(q.subject_id, q.field) > (${input.after.subjectId}::uuid, ${input.after.field})`
    : sql`true`;
  const found =
    await sql<QuestionRow>`select q.subject_id as "subjectId", q.field, q.noun, q.path::text as path, s.name,
      coalesce(b.address || coalesce(d.room, ''), '') as address, q.asked_at as "askedAt"
    from form_question q join subject s on s.id = q.subject_id left join building b on b.id = s.building_id
    left join home d on d.id = case when s.noun = 'home' then s.id else s.home_id end
    where ${reach} and ${ofForm} and ${after} order by q.subject_id, q.field limit ${input.limit + 1}`.execute(db);
  const counts = await sql<{ open: number; cells: number }>`select
      (select count(*)::int from form_question q join subject s on s.id = q.subject_id where ${reach} and ${ofForm}) as open,
      (select coalesce(sum(r.missing_count), 0)::int from form_return r where r.state in ('waiting', 'checked', 'sent-back')
        and r.path <@ ${`{${pathsOf(actor, 'forms:fill').join(',')}}`}::ltree[]
        and ${input.areaId ? sql`r.area_id = ${input.areaId}` : sql`true`}
        and ${input.formId ? sql`r.form_id = ${input.formId}` : sql`true`}) as cells`.execute(db);
  const page = found.rows.slice(0, input.limit);
  const { asking } = await findAskingForms(db, [...new Set(page.map((row) => row.subjectId))]);
  const last = page.at(-1);
  return {
    open: counts.rows[0]?.open ?? 0,
    cells: counts.rows[0]?.cells ?? 0,
    questions: page.flatMap((row) => questionView(actor, deps, row, asking)),
    next: found.rows.length > input.limit && last ? { subjectId: last.subjectId, field: last.field } : null,
  };
}

/** Only what this form itself lacks: cells of its open returns, with the subject that each column's field belongs to (as `ownerOf` says). */
async function askedBy(db: Db, formId: string): Promise<RawBuilder<boolean>> {
  const { rows: versions } = await sql<{ formId: string; version: number }>`select distinct form_id as "formId", version
    from form_return where form_id = ${formId} and state in ('waiting', 'checked', 'sent-back')`.execute(db);
  const definitions = await findDefinitions(db, versions);
  const asked = versions.flatMap(({ version }) => {
    const definition = definitions.get(`${formId}/${version}`);
    return (definition ? askingColumns(definition) : []).map((column) => ({ version, ...column }));
  });
  return sql`(q.subject_id, q.field) in (
    select case when a.of in ('self', own.noun) then own.id when a.of = 'home' then own.home_id else own.household_id end, a.field
    from form_return r join form_row w on w.return_id = r.id and w.marks like '%m%'
    join jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a(version int, at int, field text, of text)
      on a.version = r.version and substr(w.marks, a.at, 1) = 'm'
    join subject own on own.id = w.row_key
    where r.form_id = ${formId} and r.state in ('waiting', 'checked', 'sent-back'))`;
}

function questionView(
  actor: Actor,
  deps: FormDeps,
  row: QuestionRow,
  asking: Awaited<ReturnType<typeof findAskingForms>>['asking'],
): OutputOf<typeof listQuestions>['questions'] {
  const field = findRegisterField(row.noun, row.field);
  if (!field || fieldAccess(actor, field, row.path) === 'hidden') return [];
  const forms = asking.filter((one) => one.subjectId === row.subjectId && one.field === row.field);
  const isName = row.noun === 'person' && !namesInFull(actor, row.path);
  return [
    {
      subjectId: row.subjectId,
      noun: row.noun,
      name: isName ? maskName(row.name) : row.name,
      address: row.address,
      field: row.field,
      label: field.label,
      kind: field.kind,
      ...(field.options ? { options: [...field.options] } : {}),
      askedAt: row.askedAt.toISOString(),
      forms: [
        ...new Map(
          forms.map((form) => [
            form.formId,
            { id: form.formId, name: form.name, unitName: unitName(deps, form.unitId), dueOn: form.dueOn },
          ]),
        ).values(),
      ],
    },
  ];
}
