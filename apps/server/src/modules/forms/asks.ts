import type { listAsks, OutputOf, ParsedInputOf, refuseAsk, registerAsk } from '@linli/contract';
import { type Actor, dayOf, type FormDefinition, headingsKnown, mayInArea } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { FormDeps } from './deps.ts';
import { mustFill, pathsOf, unitsOf } from './policy.ts';
import { articleOf } from './refusal-articles.ts';
import { noteForms, siteFor } from './store.ts';
import { unitName } from './views.ts';

interface Call<I> {
  actor: Actor;
  input: I;
  now: Date;
  requestId: string;
}
/** From this share of the headings on, a form gives what was asked. */
const knownShare = 0.6;

/** Registers what was asked outside the forms, and names a form that gives it already. */
export async function keepAsk(
  db: Db,
  deps: FormDeps,
  call: Call<ParsedInputOf<typeof registerAsk>>,
): Promise<OutputOf<typeof registerAsk>> {
  const { actor, input, now } = call;
  const area = await db
    .selectFrom('area')
    .select(['id', 'path', 'site_id', 'level'])
    .where('id', '=', input.areaId)
    .executeTakeFirst();
  if (!area) return refuse('not-found');
  mustFill(actor, area.path);
  const unit = deps.directory.get().units.get(input.unitId);
  if (!unit || unit.siteId !== area.site_id) return refuse('not-found');
  if (input.askedOn > dayOf(now)) return refuse('ask-day-ahead');
  const known = await findKnown(db, area.site_id, input.headings);
  const askId = newId();
  await elevated(db, async () => {
    await sql`insert into form_ask (id, site_id, area_id, path, unit_id, way, words, headings, form_id, asked_on, registered_by, registered_at)
      values (${askId}, ${area.site_id}, ${area.id}, ${area.path}::ltree, ${unit.id}, ${input.way}, ${input.words}, ${input.headings},
        ${known?.formId ?? null}, ${input.askedOn}, ${actor.accountId}, ${now})`.execute(db);
    await noteForms(db, call, {
      kind: 'ask.registered',
      noun: 'ask',
      nounId: askId,
      path: area.path,
      data: { unit: unit.id, way: input.way },
    });
  });
  return { askId, known };
}

async function findKnown(db: Db, siteId: string, headings: readonly string[]) {
  const { rows } = await sql<{
    formId: string;
    name: string;
    definition: FormDefinition;
  }>`select f.id as "formId", f.name, v.definition
    from form f join form_version v on v.form_id = f.id and v.version = f.version where f.site_id = ${siteId} and f.state = 'published'`.execute(
    db,
  );
  const best = rows
    .map(({ formId, name, definition }) => ({ formId, name, share: headingsKnown(headings, definition) }))
    .toSorted((a, b) => b.share - a.share)[0];
  return best && best.share >= knownShare ? best : null;
}

/** One click: the article answers, the street and the department see it. */
export async function declineAsk(
  db: Db,
  call: Call<ParsedInputOf<typeof refuseAsk>>,
): Promise<OutputOf<typeof refuseAsk>> {
  const { actor, input, now } = call;
  const ask = await db.selectFrom('form_ask').selectAll().where('id', '=', input.askId).forUpdate().executeTakeFirst();
  if (!ask) return refuse('not-found');
  mustFill(actor, ask.path);
  if (ask.state !== 'open') return refuse('ask-settled');
  const { article, answer } = articleOf(input.article);
  await elevated(db, async () => {
    await sql`update form_ask set state = 'refused', article = ${article}, answer = ${answer}, refused_by = ${actor.accountId}, refused_at = ${now}
      where id = ${ask.id}`.execute(db);
    await noteForms(db, call, {
      kind: 'ask.refused',
      noun: 'ask',
      nounId: ask.id,
      path: ask.path,
      data: { article: input.article, unit: ask.unit_id },
    });
  });
  return { askId: ask.id, article, answer };
}

interface AskRow {
  id: string;
  areaId: string;
  areaName: string;
  path: string;
  unitId: string;
  way: string;
  words: string;
  headings: string[];
  formId: string | null;
  formName: string | null;
  definition: FormDefinition | null;
  askedOn: string;
  state: 'open' | 'refused';
  article: string | null;
  answer: string | null;
  registeredAt: Date;
  refusedAt: Date | null;
}

export async function findAsks(
  db: Db,
  deps: FormDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof listAsks> },
): Promise<OutputOf<typeof listAsks>> {
  const { actor, input } = call;
  const site = siteFor(deps, actor);
  const reach = sql`k.site_id = ${site.id} and (k.path <@ ${`{${pathsOf(actor, 'forms:read').join(',')}}`}::ltree[]
    or k.unit_id = any(${unitsOf(actor)}::uuid[]))`;
  const { rows } =
    await sql<AskRow>`select k.id, k.area_id as "areaId", a.name as "areaName", k.path::text as path, k.unit_id as "unitId", k.way, k.words,
      k.headings, k.form_id as "formId", f.name as "formName", v.definition, k.asked_on::text as "askedOn", k.state, k.article, k.answer,
      k.registered_at as "registeredAt", k.refused_at as "refusedAt"
    from form_ask k join area a on a.id = k.area_id left join form f on f.id = k.form_id
    left join form_version v on v.form_id = f.id and v.version = f.version
    where ${reach} and ${input.state ? sql`k.state = ${input.state}` : sql`true`} and ${input.after ? sql`k.id < ${input.after}` : sql`true`}
    order by k.id desc limit ${input.limit + 1}`.execute(db);
  const units = await sql<{
    unitId: string;
    asks: number;
    refused: number;
  }>`select k.unit_id as "unitId", count(*)::int as asks,
      count(*) filter (where k.state = 'refused')::int as refused from form_ask k where ${reach} group by 1 order by 2 desc limit 100`.execute(
    db,
  );
  const page = rows.slice(0, input.limit);
  return {
    asks: page.map(({ path, formId, formName, definition, registeredAt, refusedAt, ...row }) => ({
      ...row,
      unitName: unitName(deps, row.unitId),
      known:
        formId && formName && definition
          ? { formId, name: formName, share: headingsKnown(row.headings, definition) }
          : null,
      registeredAt: registeredAt.toISOString(),
      refusedAt: refusedAt?.toISOString() ?? null,
      mayRefuse: row.state === 'open' && mayInArea(actor, 'forms:fill', path),
    })),
    next: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null,
    units: units.rows.map((row) => ({ ...row, name: unitName(deps, row.unitId) })),
  };
}
