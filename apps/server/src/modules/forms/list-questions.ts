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

interface Counts {
  open: number;
  cells: number;
  ownCells: number;
}

type Input = ParsedInputOf<typeof listQuestions>;

/** The committee's one queue: each thing once, with all forms the answer serves. What became known otherwise is no longer in it. */
export async function findQuestions(
  db: Db,
  deps: FormDeps,
  call: { actor: Actor; input: Input },
): Promise<OutputOf<typeof listQuestions>> {
  const { actor, input } = call;
  const lacking = await lackingSql(db, actor, input);
  const open = sql`form_question q join lacking l on l.owner = q.subject_id and l.field = q.field join subject s on s.id = q.subject_id`;
  const isOpen = sql`q.state = 'open' and q.path <@ ${fillPaths(actor)} and s.state = 'active' and not (s.fields ? q.field)`;
  const after = input.after
    ? sql`(q.subject_id, q.field) > (${input.after.subjectId}::uuid, ${input.after.field})`
    : sql`true`;
  const found = await sql<QuestionRow>`with lacking as materialized (${lacking})
    select q.subject_id as "subjectId", q.field, q.noun, q.path::text as path, s.name,
      coalesce(b.address || coalesce(d.room, ''), '') as address, q.asked_at as "askedAt"
    from ${open} left join building b on b.id = s.building_id
    left join home d on d.id = case when s.noun = 'home' then s.id else s.home_id end
    where ${isOpen} and ${after} order by q.subject_id, q.field limit ${input.limit + 1}`.execute(db);
  const counts = await sql<Counts>`with lacking as materialized (${lacking})
    select count(*)::int as open, coalesce(sum(l.cells), 0)::int as cells,
      (select coalesce(sum(r.missing_count), 0) from form_return r where ${isLacking(actor, input)})::int
        - (select coalesce(sum(cells), 0) from lacking)::int as "ownCells"
    from ${open} where ${isOpen}`.execute(db);
  const page = found.rows.slice(0, input.limit);
  const { asking } = await findAskingForms(db, [...new Set(page.map((row) => row.subjectId))]);
  const last = page.at(-1);
  return {
    ...(counts.rows[0] ?? { open: 0, cells: 0, ownCells: 0 }),
    questions: page.flatMap((row) => questionView(actor, deps, row, asking)),
    next: found.rows.length > input.limit && last ? { subjectId: last.subjectId, field: last.field } : null,
  };
}

/**
 * The cells that open returns in reach lack, by the subject that each column's field belongs to (as `ownerOf` says): a question that no
 * return needs any more, of a form that ended or of who left its rows, is asked of nobody.
 */
async function lackingSql(db: Db, actor: Actor, input: Input): Promise<RawBuilder<unknown>> {
  const { rows: versions } = await sql<{
    formId: string;
    version: number;
  }>`select distinct r.form_id as "formId", r.version
    from form_return r where ${isLacking(actor, input)}`.execute(db);
  const definitions = await findDefinitions(db, versions);
  const asked = versions.flatMap(({ formId, version }) => {
    const definition = definitions.get(`${formId}/${version}`);
    return (definition ? askingColumns(definition) : []).map((column) => ({ formId, version, ...column }));
  });
  return sql`select owner, field, count(*)::int as cells from (
      select a.field, case when a.of in ('self', own.noun) then own.id when a.of = 'home' then own.home_id else own.household_id end as owner
      from form_return r join form_row w on w.return_id = r.id and w.marks like '%m%'
      join jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a("formId" uuid, version int, at int, field text, of text)
        on a."formId" = r.form_id and a.version = r.version and substr(w.marks, a.at, 1) = 'm'
      join subject own on own.id = w.row_key
      where ${isLacking(actor, input)}) cell
    where owner is not null group by owner, field`;
}

function isLacking(actor: Actor, { areaId, formId }: Input): RawBuilder<boolean> {
  return sql`r.state in ('waiting', 'checked', 'sent-back') and r.missing_count > 0 and r.path <@ ${fillPaths(actor)}
    and ${areaId ? sql`r.area_id = ${areaId}` : sql`true`} and ${formId ? sql`r.form_id = ${formId}` : sql`true`}`;
}

function fillPaths(actor: Actor): RawBuilder<unknown> {
  return sql`${`{${pathsOf(actor, 'forms:fill').join(',')}}`}::ltree[]`;
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
