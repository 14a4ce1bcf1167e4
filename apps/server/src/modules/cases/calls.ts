import type { listCalls, OutputOf, ParsedInputOf, saveCall } from '@linli/contract';
import { type Actor, type CaseTypeDefinition, mayInArea } from '@linli/domain';
import { sql } from 'kysely';
import { dayOf } from '../../platform/clock.ts';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import { siteOf, sitesOf } from '../org/index.ts';
import type { ViewDeps } from './case-view.ts';
import type { CaseDeps } from './deps.ts';
import { openType } from './report-input.ts';

/** Writes or changes a themed call. Only the desk of the whole site calls its people; only kinds that take calls may be asked for. */
export async function keepCall(
  db: Db,
  deps: CaseDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof saveCall>; now: Date; requestId: string },
): Promise<OutputOf<typeof saveCall>> {
  const { actor, input, now } = call;
  const site = siteOf(actor);
  if (!mayInArea(actor, 'cases:desk', site)) refuse('not-allowed');
  const siteId =
    deps.places
      .get()
      .sites()
      .find((s) => s.path === site)?.id ?? refuse('not-found');
  if (!openType(deps.catalogue.get(), input.typeCode).definition.calls) refuse('type-not-open');
  if (input.closesOn < input.opensOn)
    refuse('input-invalid', {}, { fields: [{ path: 'closesOn', code: 'too-small', params: { min: input.opensOn } }] });
  const words = {
    type_code: input.typeCode,
    topic: input.topic,
    background: input.background,
    ways: input.ways,
    opens_on: input.opensOn,
    closes_on: input.closesOn,
  };
  const id = input.callId ?? newId();
  if (input.callId) {
    const changed = await db
      .updateTable('case_call')
      .set(words)
      .where('id', '=', id)
      .where('site_id', '=', siteId)
      .returning('id')
      .executeTakeFirst();
    if (!changed) refuse('not-found');
  } else {
    await db
      .insertInto('case_call')
      .values({ id, site_id: siteId, ...words, created_by: actor.accountId, created_at: now })
      .execute();
  }
  await appendJournal(db, [
    {
      at: now,
      kind: input.callId ? 'call.changed' : 'call.opened',
      noun: 'call',
      nounId: id,
      path: site,
      actorId: actor.accountId,
      requestId: call.requestId,
      data: { typeCode: input.typeCode, opensOn: input.opensOn, closesOn: input.closesOn },
    },
  ]);
  return { callId: id };
}

/** Calls open today, or all that were ever opened, the latest first, with how many cases came in. Staff see those of their own sites. */
export async function findCalls(
  db: Db,
  actor: Actor,
  input: ParsedInputOf<typeof listCalls>,
  deps: ViewDeps,
): Promise<OutputOf<typeof listCalls>> {
  const today = dayOf(deps.now);
  const own = actor.kind === 'staff' ? sitesOf(actor) : null;
  const siteIds = deps.places.sites().flatMap((site) => (own === null || own.includes(site.path) ? [site.id] : []));
  // How many came is no secret; which ones are.
  const { rows } = await elevated(db, () =>
    sql<{
      id: string;
      typeCode: string;
      topic: string;
      background: string;
      ways: string;
      opensOn: string;
      closesOn: string;
      isOpen: boolean;
      received: number;
    }>`select c.id, c.type_code as "typeCode", c.topic, c.background, c.ways, c.opens_on::text as "opensOn", c.closes_on::text as "closesOn",
        (c.opens_on <= ${today} and c.closes_on >= ${today}) as "isOpen",
        (select count(*)::int from cases where cases.call_id = c.id) as received
      from case_call c
      where c.site_id = any(${siteIds}::uuid[]) and ${input.open ? sql`c.opens_on <= ${today} and c.closes_on >= ${today}` : sql`c.opens_on <= ${today}`}
      order by c.closes_on desc, c.id desc limit ${input.limit}`.execute(db),
  );
  return {
    calls: rows.flatMap((row) => {
      const type = deps.catalogue.types.get(row.typeCode);
      return type ? [{ ...row, typeName: type.definition.name }] : [];
    }),
  };
}

/** A report may answer a call of its kind and site, from its first day to its last. In a transaction of the product. */
export async function requireOpenCall(
  db: Db,
  wanted: { callId: string; type: CaseTypeDefinition; siteId: string; now: Date },
): Promise<void> {
  const day = dayOf(wanted.now);
  const { rows } = await sql`select from case_call where id = ${wanted.callId} and site_id = ${wanted.siteId}
    and type_code = ${wanted.type.code} and opens_on <= ${day} and closes_on >= ${day}`.execute(db);
  if (!wanted.type.calls || rows.length === 0) refuse('call-not-open');
}
