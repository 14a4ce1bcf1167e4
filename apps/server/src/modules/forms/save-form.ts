import type { endForm, OutputOf, ParsedInputOf, publishForm, saveForm } from '@linli/contract';
import { type Actor, type FormFault, findDoubleAsks, findFormProblems } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { cancelDue } from '../../platform/jobs/due-work.ts';
import type { FormDeps } from './deps.ts';
import { findTagNumbers, tagsNamed } from './fill/find-tags.ts';
import { openFormKind, openReturns } from './fill/open-returns.ts';
import { findLegalItem } from './items.ts';
import { filingUnit, mustFileFor } from './policy.ts';
import { refuseForm } from './refuse-form.ts';
import { type FormRow, findForm, noteForms, siteFor } from './store.ts';
import { unitName } from './views.ts';

interface Call<I> {
  actor: Actor;
  input: I;
  now: Date;
  requestId: string;
}

/** Keeps a department's draft. Problems are told, not refused: a draft may be half done. */
export async function keepForm(
  db: Db,
  deps: FormDeps,
  call: Call<ParsedInputOf<typeof saveForm>>,
): Promise<OutputOf<typeof saveForm>> {
  const { actor, input, now } = call;
  const known = input.formId ? await ownForm(db, actor, input.formId) : null;
  if (known && known.revision !== input.revision) return refuse('form-changed');
  const unitId = known?.unitId ?? filingUnit(actor, input.unitId);
  const site = siteFor(deps, actor);
  const formId = known?.id ?? newId();
  const revision = (known?.revision ?? 0) + 1;
  const draft = JSON.stringify(input.definition);
  await elevated(db, async () => {
    if (known)
      await sql`update form set draft = ${draft}::jsonb, revision = ${revision}, changed_at = ${now},
          name = case when version = 0 then ${input.definition.name.zh} else name end where id = ${formId}`.execute(db);
    else
      await sql`insert into form (id, site_id, unit_id, name, item_code, draft, made_by, made_at, changed_at)
          values (${formId}, ${site.id}, ${unitId}, ${input.definition.name.zh}, ${input.definition.item}, ${draft}::jsonb,
            ${actor.accountId}, ${now}, ${now})`.execute(db);
  });
  const problems = await problemsOf(db, deps, { siteId: site.id, unitId, definition: input.definition });
  return { formId, revision, problems };
}

/** A form of the actor's own unit that has not ended, locked. */
export async function ownForm(db: Db, actor: Actor, formId: string): Promise<FormRow> {
  const form = await findForm(db, formId, 'lock');
  if (!form) return refuse('not-found');
  mustFileFor(actor, form.unitId);
  return form.state === 'ended' ? refuse('form-ended') : form;
}

/** What stands against a definition: its shape, its legal item, its tags, its template. */
export async function problemsOf(
  db: Db,
  deps: FormDeps,
  call: { siteId: string; unitId: string; definition: Parameters<typeof findFormProblems>[0] },
): Promise<FormFault[]> {
  const { definition } = call;
  const item = await findLegalItem(db, call.siteId, definition.item);
  const unitKey = deps.directory.get().units.get(call.unitId)?.key ?? null;
  const named = tagsNamed(definition);
  const tags = await findTagNumbers(db, call.siteId, named);
  const template = definition.templateId
    ? await db.selectFrom('form_template').select('unit_id').where('id', '=', definition.templateId).executeTakeFirst()
    : undefined;
  return [
    ...findFormProblems(definition, item, unitKey),
    ...named
      .filter((tag) => !tags.has(tag))
      .map((tag) => ({ path: 'columns', code: 'tag-unknown' as const, detail: tag })),
    ...(definition.templateId && template?.unit_id !== call.unitId
      ? [{ path: 'templateId', code: 'template-unknown' as const }]
      : []),
  ];
}

/** Puts the draft in force; this period's returns are made and filled before it answers. */
export async function putInForce(
  db: Db,
  deps: FormDeps,
  call: Call<ParsedInputOf<typeof publishForm>>,
): Promise<OutputOf<typeof publishForm>> {
  const { actor, input, now } = call;
  const form = await ownForm(db, actor, input.formId);
  if (form.revision !== input.revision || !form.draft) return refuse('form-changed');
  const definition = form.draft;
  const [problem] = await problemsOf(db, deps, { siteId: form.siteId, unitId: form.unitId, definition });
  if (problem) return refuseForm(problem, definition.columns);
  const [double] = await findDoubles(db, deps, form, definition);
  if (double && !input.doubleReason)
    return refuse('form-asked-already', {
      name: double.name,
      unit: double.unitName,
      percent: Math.round(double.shared * 100),
    });
  const version = form.version + 1;
  const site = siteFor(deps, actor);
  return elevated(db, async () => {
    await sql`insert into form_version (form_id, version, definition, published_by, published_at, again_of, again_reason)
      values (${form.id}, ${version}, ${JSON.stringify(definition)}::jsonb, ${actor.accountId}, ${now}, ${double?.formId ?? null},
        ${double ? input.doubleReason : null})`.execute(db);
    await sql`update form set version = ${version}, state = 'published', draft = null, revision = revision + 1, name = ${definition.name.zh},
      item_code = ${definition.item}, changed_at = ${now} where id = ${form.id}`.execute(db);
    const returns = await openReturns(db, { id: form.id, siteId: form.siteId, version, definition }, now);
    await noteForms(db, call, {
      kind: 'form.published',
      noun: 'form',
      nounId: form.id,
      path: site.path,
      data: {
        version,
        item: definition.item,
        ...(double ? { double: double.formId, doubleReason: input.doubleReason } : {}),
      },
    });
    return { version, returns: returns.length };
  });
}

/** Other forms in force that ask the same rows and nearly the same columns. */
export async function findDoubles(
  db: Db,
  deps: FormDeps,
  form: FormRow,
  definition: Parameters<typeof findDoubleAsks>[0],
) {
  const { rows } = await sql<{
    formId: string;
    unitId: string;
    name: string;
    definition: typeof definition;
  }>`select f.id as "formId",
      f.unit_id as "unitId", f.name, v.definition from form f join form_version v on v.form_id = f.id and v.version = f.version
    where f.site_id = ${form.siteId} and f.state = 'published' and f.id <> ${form.id}`.execute(db);
  return findDoubleAsks(
    definition,
    rows.map((row) => ({ ...row, unitName: unitName(deps, row.unitId) })),
  );
}

/** Nothing more is asked for it: returns not yet given are taken away, what was given stays. */
export async function stopForm(
  db: Db,
  deps: FormDeps,
  call: Call<ParsedInputOf<typeof endForm>>,
): Promise<OutputOf<typeof endForm>> {
  const { actor, input, now } = call;
  const form = await ownForm(db, actor, input.formId);
  const site = siteFor(deps, actor);
  await elevated(db, async () => {
    const open = sql`select id from form_return where form_id = ${form.id} and state in ('waiting', 'checked', 'sent-back')`;
    await sql`delete from form_row where return_id in (${open})`.execute(db);
    await sql`delete from form_step where return_id in (${open})`.execute(db);
    await sql`delete from form_return where form_id = ${form.id} and state in ('waiting', 'checked', 'sent-back')`.execute(
      db,
    );
    await sql`update form set state = 'ended', ended_at = ${now}, changed_at = ${now}, revision = revision + 1 where id = ${form.id}`.execute(
      db,
    );
    await cancelDue(db, openFormKind, [form.id]);
    await noteForms(db, call, { kind: 'form.ended', noun: 'form', nounId: form.id, path: site.path });
  });
  return { formId: form.id };
}
