import type { decideNeed, endNeed, fileNeed, listNeeds, makeNeedKey, OutputOf, ParsedInputOf } from '@linli/contract';
import {
  type Actor,
  dayOf,
  findRegisterField,
  mayInArea,
  mayInUnit,
  readRowCondition,
  type SubjectNoun,
  wordsOfFault,
} from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { FormDeps } from './deps.ts';
import { findTagNumbers, tagsNamed } from './fill/find-tags.ts';
import { filingUnit, unitsOf } from './policy.ts';
import { noteForms, siteFor } from './store.ts';
import { unitName } from './views.ts';

interface Call<I> {
  actor: Actor;
  input: I;
  now: Date;
  requestId: string;
}

/** Files a need. Fields are of the whitelist (and `name`, `address`); nothing is served before it is approved. */
export async function keepNeed(
  db: Db,
  deps: FormDeps,
  call: Call<ParsedInputOf<typeof fileNeed>>,
): Promise<OutputOf<typeof fileNeed>> {
  const { actor, input, now } = call;
  const site = siteFor(deps, actor);
  const unitId = filingUnit(actor, input.unitId);
  const partner = input.partnerId
    ? await db
        .selectFrom('partner')
        .select(['id', 'name'])
        .where('id', '=', input.partnerId)
        .where('site_id', '=', site.id)
        .where('active', '=', true)
        .executeTakeFirst()
    : null;
  if (partner === undefined) return refuse('not-found');
  await refuseUnsound(db, site.id, input, dayOf(now));
  const needId = newId();
  const asker = partner?.name ?? unitName(deps, unitId);
  await elevated(db, async () => {
    await sql`insert into sharing_need (id, site_id, unit_id, partner_id, asker, noun, rows_when, fields, area_ids, purpose, law, until, filed_by, filed_at)
      values (${needId}, ${site.id}, ${unitId}, ${partner?.id ?? null}, ${asker}, ${input.noun}, ${input.rowsWhen}, ${input.fields},
        ${input.areaIds}::uuid[], ${input.purpose}, ${input.law}, ${input.until}, ${actor.accountId}, ${now})`.execute(
      db,
    );
    await noteForms(db, call, {
      kind: 'need.filed',
      noun: 'need',
      nounId: needId,
      path: site.path,
      data: { fields: input.fields, partner: partner?.id ?? null },
    });
  });
  return { needId };
}

const besides = new Set(['name', 'kind', 'address', 'committee', 'micro-grid']);

async function refuseUnsound(
  db: Db,
  siteId: string,
  input: ParsedInputOf<typeof fileNeed>,
  today: string,
): Promise<void> {
  const unknown = input.fields.find((field) => !besides.has(field) && !findRegisterField(input.noun, field));
  if (unknown) refuse('need-invalid', { problem: unknown });
  if (input.until < today) refuse('need-day-past');
  if (input.rowsWhen !== '') {
    const read = readRowCondition(input.rowsWhen, input.noun);
    if (!read.ok) refuse('condition-invalid', wordsOfFault(read.error));
    const named = tagsNamed({ rows: { by: 'subject', noun: input.noun, tags: [], when: input.rowsWhen }, columns: [] });
    const tags = await findTagNumbers(db, siteId, named);
    const missing = named.find((tag) => !tags.has(tag));
    if (missing) refuse('need-invalid', { problem: missing });
  }
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from area where site_id = ${siteId} and id = any(${input.areaIds}::uuid[])`.execute(db);
  if ((rows[0]?.n ?? 0) !== new Set(input.areaIds).size) refuse('not-found');
}

export async function findNeed(db: Db, needId: string, lock?: 'lock') {
  const query = db
    .selectFrom('sharing_need')
    .selectAll()
    .select(sql<string>`until::text`.as('untilDay'))
    .where('id', '=', needId);
  return lock ? query.forUpdate().executeTakeFirst() : query.executeTakeFirst();
}

async function siteNeed(db: Db, deps: FormDeps, { actor, input }: Call<{ needId: string }>) {
  const need = await findNeed(db, input.needId, 'lock');
  const site = siteFor(deps, actor);
  if (!need || need.site_id !== site.id) return refuse('not-found');
  return { need, site };
}

/** A need of the site for who decides over it. */
async function needToApprove(db: Db, deps: FormDeps, call: Call<{ needId: string }>) {
  const found = await siteNeed(db, deps, call);
  return mayInArea(call.actor, 'forms:approve', found.site.path) ? found : refuse('not-allowed');
}

/** What becomes of a need, and the entry of it in the journal. */
async function changeNeed(
  db: Db,
  call: Call<{ needId: string }>,
  change: { path: string; kind: string; set: RawBuilder<unknown> },
): Promise<void> {
  const { needId } = call.input;
  await elevated(db, async () => {
    await sql`update sharing_need set ${change.set} where id = ${needId}`.execute(db);
    await noteForms(db, call, { kind: change.kind, noun: 'need', nounId: needId, path: change.path });
  });
}

/** The street's word on a need: whoever filed it does not decide it. */
export async function judgeNeed(
  db: Db,
  deps: FormDeps,
  call: Call<ParsedInputOf<typeof decideNeed>>,
): Promise<OutputOf<typeof decideNeed>> {
  const { actor, input, now } = call;
  const { need, site } = await needToApprove(db, deps, call);
  if (need.state !== 'filed') return refuse('need-settled');
  if (need.filed_by === actor.accountId) return refuse('same-person');
  const state = input.approve ? ('approved' as const) : ('refused' as const);
  const set = sql`state = ${state}, decided_by = ${actor.accountId}, decided_at = ${now}, answer = ${input.words}`;
  await changeNeed(db, call, { path: site.path, kind: `need.${state}`, set });
  return { state };
}

/** A key for the partner's machine; only its hash is kept. */
export async function giveNeedKey(
  db: Db,
  deps: FormDeps,
  call: Call<ParsedInputOf<typeof makeNeedKey>>,
): Promise<OutputOf<typeof makeNeedKey>> {
  const { need, site } = await needToApprove(db, deps, call);
  if (need.state !== 'approved' || need.untilDay < dayOf(call.now)) return refuse('need-settled');
  const key = deps.crypto.token();
  const set = sql`key_hash = ${deps.crypto.hashToken(key)}, key_made_at = ${call.now}`;
  await changeNeed(db, call, { path: site.path, kind: 'need.keyed', set });
  return { key };
}

/** Ends the serving at once; its history stays three years (Network Data Regulation art. 12). */
export async function stopNeed(
  db: Db,
  deps: FormDeps,
  call: Call<ParsedInputOf<typeof endNeed>>,
): Promise<OutputOf<typeof endNeed>> {
  const { need, site } = await siteNeed(db, deps, call);
  const mine = need.unit_id !== null && mayInUnit(call.actor, 'forms:file', need.unit_id);
  if (!mine && !mayInArea(call.actor, 'forms:approve', site.path)) return refuse('not-allowed');
  if (need.state !== 'filed' && need.state !== 'approved') return refuse('need-settled');
  const set = sql`state = 'ended', ended_at = ${call.now}, key_hash = null`;
  await changeNeed(db, call, { path: site.path, kind: 'need.ended', set });
  return { needId: need.id };
}

interface NeedRow {
  id: string;
  asker: string;
  unitId: string | null;
  partnerId: string | null;
  noun: SubjectNoun;
  rowsWhen: string;
  fields: string[];
  areaIds: string[];
  purpose: string;
  law: string;
  until: string;
  state: 'filed' | 'approved' | 'refused' | 'ended';
  filedAt: Date;
  decidedAt: Date | null;
  answer: string | null;
  endedAt: Date | null;
  pulls: number;
  rowsServed: number;
  lastPullAt: Date | null;
}

export async function findNeeds(db: Db, deps: FormDeps, actor: Actor): Promise<OutputOf<typeof listNeeds>> {
  const site = siteFor(deps, actor);
  const all = mayInArea(actor, 'forms:read', site.path);
  const { rows } =
    await sql<NeedRow>`select n.id, n.asker, n.unit_id as "unitId", n.partner_id as "partnerId", n.noun, n.rows_when as "rowsWhen", n.fields,
      n.area_ids as "areaIds", n.purpose, n.law, n.until::text as until, n.state, n.filed_at as "filedAt", n.decided_at as "decidedAt",
      n.answer, n.ended_at as "endedAt", coalesce(p.pulls, 0) as pulls, coalesce(p.served, 0) as "rowsServed", p.last as "lastPullAt"
    from sharing_need n left join lateral (select count(*) filter (where not goes_on)::int as pulls, sum(row_count)::int as served, max(at) as last
      from sharing_pull where need_id = n.id) p on true
    where n.site_id = ${site.id} and (${all} or n.unit_id = any(${unitsOf(actor)}::uuid[])) order by n.filed_at desc, n.id limit 300`.execute(
      db,
    );
  return {
    needs: rows.map((row) => ({
      ...row,
      filedAt: row.filedAt.toISOString(),
      decidedAt: row.decidedAt?.toISOString() ?? null,
      endedAt: row.endedAt?.toISOString() ?? null,
      lastPullAt: row.lastPullAt?.toISOString() ?? null,
    })),
  };
}
