import type { getForm, listForms, listLegalItems, OutputOf, ParsedInputOf, saveLegalItem } from '@linli/contract';
import { type Actor, findRegisterField, mayInArea, subjectNouns } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import type { FormDeps } from './deps.ts';
import { findTagNumbers } from './fill/find-tags.ts';
import { findLegalItems } from './items.ts';
import { isOwnForm, pathsOf } from './policy.ts';
import { refuseForm } from './refuse-form.ts';
import { findReturnSight } from './return-sight.ts';
import { findDefinition, findForm, findForms, findReturns, noteForms, siteFor } from './store.ts';
import { formView, isLate, returnView, sumCounts, unitName } from './views.ts';

/** Forms of the site; a draft that was never published is its department's own. */
export async function findFormList(
  db: Db,
  deps: FormDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof listForms> },
): Promise<OutputOf<typeof listForms>> {
  const { actor, input } = call;
  const forms = await findForms(db, siteFor(deps, actor).id);
  const shown = forms.filter((form) => {
    const mine = isOwnForm(actor, form);
    return (mine || form.version > 0) && (!input.mine || mine) && (!input.state || form.state === input.state);
  });
  return { forms: shown.map((form) => formView(form, actor, deps)) };
}

/** Versions of a form, the newest first; one that asks what another form collects already says which and why. */
async function findVersions(db: Db, deps: FormDeps, formId: string): Promise<OutputOf<typeof getForm>['versions']> {
  const rows = await db
    .selectFrom('form_version as v')
    .leftJoin('form as other', 'other.id', 'v.again_of')
    .select(['v.version', 'v.published_at', 'v.again_reason', 'other.id', 'other.name', 'other.unit_id'])
    .where('v.form_id', '=', formId)
    .orderBy('v.version', 'desc')
    .execute();
  return rows.map(({ version, published_at, again_reason, id, name, unit_id }) => ({
    version,
    publishedAt: published_at.toISOString(),
    again:
      id !== null && name !== null && unit_id !== null
        ? { formId: id, name, unitName: unitName(deps, unit_id), reason: again_reason ?? '' }
        : null,
  }));
}

/** One form with where each committee stands; posts over a part of the site see its committees. */
export async function findFormPage(
  db: Db,
  deps: FormDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof getForm>; now: Date },
): Promise<OutputOf<typeof getForm>> {
  const { actor, input, now } = call;
  const form = await findForm(db, input.formId);
  const mine = form !== null && isOwnForm(actor, form);
  if (!form || form.siteId !== siteFor(deps, actor).id || (form.version === 0 && !mine)) return refuse('not-found');
  const all = await findReturns(
    db,
    sql`r.form_id = ${form.id} and (${mine} or r.path <@ ${`{${pathsOf(actor, 'forms:read').join(',')}}`}::ltree[])`,
    sql`order by r.period desc, a.sort, a.name`,
  );
  const periods = [...new Set(all.map((row) => row.period))];
  const period = input.period ?? periods[0] ?? null;
  const returns = all.filter((row) => row.period === period);
  const item = (await findLegalItems(db, form.siteId)).find((one) => one.code === form.item);
  const pulls = await db
    .selectFrom('form_pull')
    .selectAll()
    .where('form_id', '=', form.id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute();
  const sight = await findReturnSight(db, actor, all);
  return {
    form: formView(form, actor, deps),
    definition: await findDefinition(db, form.id, form.version),
    draft: mine ? form.draft : null,
    law: item?.law ?? null,
    versions: await findVersions(db, deps, form.id),
    period,
    periods,
    returns: returns.map((row) => returnView(row, deps, { now, sight })),
    onTime: returns.filter((row) => row.givenAt !== null && !isLate(row, now)).length,
    total: sumCounts(returns, sight),
    pulls: pulls.map((row) => ({
      at: row.at.toISOString(),
      by: row.by_words,
      way: row.way,
      rows: mine || sight.hidden.size === 0 ? row.row_count : null,
      sealed: row.sealed,
    })),
  };
}

export async function findItemList(db: Db, deps: FormDeps, actor: Actor): Promise<OutputOf<typeof listLegalItems>> {
  const site = siteFor(deps, actor);
  return { items: await findLegalItems(db, site.id), mayEdit: mayInArea(actor, 'types:edit', site.path) };
}

/** Names beside the whitelist that an item may cover. */
const besides = new Set(['person.name', 'home.address']);
const tagPrefix = 'tag.';

/** Puts an item on the site's own list. What is neither in the registers' whitelist nor a tag of the site cannot be permitted. */
export async function keepLegalItem(
  db: Db,
  deps: FormDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof saveLegalItem>; now: Date; requestId: string },
): Promise<OutputOf<typeof saveLegalItem>> {
  const { actor, input, now } = call;
  const site = siteFor(deps, actor);
  if (!mayInArea(actor, 'types:edit', site.path)) return refuse('not-allowed');
  const tags = await findTagNumbers(
    db,
    site.id,
    input.item.fields.filter((code) => code.startsWith(tagPrefix)).map((code) => code.slice(tagPrefix.length)),
  );
  const isKnown = (code: string) =>
    code.startsWith(tagPrefix) ? tags.has(code.slice(tagPrefix.length)) : besides.has(code) || isRegisterCode(code);
  const unknown = input.item.fields.find((code) => !isKnown(code));
  if (unknown) return refuseForm({ path: 'fields', code: 'field-unknown', detail: unknown });
  const { code, name, law, fields, units } = input.item;
  await elevated(db, async () => {
    await sql`insert into legal_item (site_id, code, name, law, fields, units, active, changed_by, changed_at)
      values (${site.id}, ${code}, ${name}, ${law}, ${fields}, ${units}, ${input.active}, ${actor.accountId}, ${now})
      on conflict (site_id, code) do update set name = excluded.name, law = excluded.law, fields = excluded.fields, units = excluded.units,
        active = excluded.active, changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(db);
    await noteForms(db, call, {
      kind: 'legal-item.saved',
      noun: 'site',
      nounId: site.id,
      path: site.path,
      data: { item: code, active: input.active },
    });
  });
  return { code, active: input.active };
}

function isRegisterCode(code: string): boolean {
  return subjectNouns.some(
    (noun) => code.startsWith(`${noun}.`) && findRegisterField(noun, code.slice(noun.length + 1)) !== undefined,
  );
}
