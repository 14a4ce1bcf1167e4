import type { fetchShared, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, dayOf, findRegisterField, mayInUnit, type SubjectNoun } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { secretContext } from '../registers/index.ts';
import type { FormDeps } from './deps.ts';
import { chosenSql, ownersOf } from './fill/condition-sql.ts';
import { findTagNumbers, tagsNamed } from './fill/find-tags.ts';
import { findNeed } from './needs.ts';

export type SharedValue = string | number | boolean | null;

/** Who fetched: an account of the need's unit, or the machine with the key of that day. */
export type SharedReader = { accountId: string | null; keyMade: Date | null };

/** A page for a machine or a session, logged. */
export async function serveShared(db: Db, deps: FormDeps, call: SharedCall): Promise<OutputOf<typeof fetchShared>> {
  const { by, page, sealedOf } = await readShared(db, deps, call);
  const { needId, after } = call.input;
  const goesOn = after !== undefined;
  await logShared(db, { needId, at: call.now, way: 'operation', goesOn, rows: page.rows.length, sealedOf, by });
  return page;
}

interface Given {
  needId: string;
  at: Date;
  way: 'operation' | 'file';
  /** A page after the first of the same fetch. */
  goesOn: boolean;
  rows: number;
  /** Subjects whose sealed values were among it: they see it (`findPullsOfMe`). */
  sealedOf: readonly string[];
  by: SharedReader;
}

/** What was given, to whom: one row for a page or a file. */
export async function logShared(db: Db, given: Given): Promise<void> {
  const { needId, at, way, goesOn, rows, sealedOf, by } = given;
  await elevated(db, () =>
    sql`insert into sharing_pull (need_id, at, way, goes_on, row_count, sealed_of, account_id, key_made_at)
      values (${needId}, ${at}, ${way}, ${goesOn}, ${rows}, ${sealedOf}::uuid[], ${by.accountId}, ${by.keyMade})`.execute(
      db,
    ),
  );
}

interface SharedCall {
  actor: Actor;
  input: ParsedInputOf<typeof fetchShared>;
  now: Date;
  key: string | null;
}

/**
 * A page of an approved need's rows as they are in the registers now: for its unit's session, or a machine with the need's key. Nothing
 * beside the filed fields, nothing after its last day; whoever gives it logs it.
 */
export async function readShared(
  db: Db,
  deps: FormDeps,
  call: SharedCall,
): Promise<{ noun: SubjectNoun; by: SharedReader; page: OutputOf<typeof fetchShared>; sealedOf: string[] }> {
  const { actor, input, now, key } = call;
  const need = await findNeed(db, input.needId);
  const byKey = key !== null && need?.key_hash?.equals(deps.crypto.hashToken(key)) === true;
  const byUnit = need?.unit_id != null && mayInUnit(actor, 'forms:file', need.unit_id);
  // Without the right to it there is no such need.
  if (!need || !(byKey || byUnit)) return refuse('not-found');
  if (need.state !== 'approved' || need.untilDay < dayOf(now)) return refuse('not-found');
  const chosen = { noun: need.noun, tags: [], ...(need.rows_when === '' ? {} : { when: need.rows_when }) };
  const tags = await findTagNumbers(db, need.site_id, tagsNamed({ rows: { by: 'subject', ...chosen }, columns: [] }));
  const owners = ownersOf(chosen);
  return elevated(db, async () => {
    const { rows } = await sql<{
      id: string;
      values: SharedValue[];
      sealed: Record<string, string> | null;
    }>`select s.id,
        jsonb_build_array(${sql.join(need.fields.map((field) => valueSql(need.noun, field)))}) as values,
        (select jsonb_object_agg(e.field, encode(e.sealed, 'hex')) from subject_secret e where e.subject_id = s.id and e.field = any(${need.fields}::text[])) as sealed
      from subject s left join building b on b.id = s.building_id
      left join home d on d.id = case when s.noun = 'home' then s.id else s.home_id end
      left join area a3 on a3.id = s.area3_id left join area a4 on a4.id = s.area4_id
      ${owners.has('home') ? sql`left join subject h on h.id = s.home_id` : sql``}
      ${owners.has('household') ? sql`left join subject hh on hh.id = s.household_id` : sql``}
      where s.site_id = ${need.site_id} and ${chosenSql(chosen, { tags, today: dayOf(now) })}
        and ${need.area_ids.length > 0 ? sql`s.path <@ (select array_agg(path) from area where id = any(${need.area_ids}::uuid[]))` : sql`true`}
        and ${input.after ? sql`s.id > ${input.after}` : sql`true`}
      order by s.id limit ${input.limit + 1}`.execute(db);
    const page = rows.slice(0, input.limit);
    const by = byKey ? { accountId: null, keyMade: need.key_made_at } : { accountId: actor.accountId, keyMade: null };
    const given = page.map((row) => ({
      id: row.id,
      values: need.fields.map((field, at) => openValue(deps, field, row.values[at] ?? null, row.sealed)),
    }));
    const next = rows.length > input.limit ? (page.at(-1)?.id ?? null) : null;
    const sealedOf = page.filter(({ sealed }) => sealed !== null).map(({ id }) => id);
    return { noun: need.noun, by, page: { fields: need.fields, rows: given, next }, sealedOf };
  });
}

function openValue(
  deps: FormDeps,
  field: string,
  value: SharedValue,
  sealed: Record<string, string> | null,
): SharedValue {
  const bytes = sealed?.[field];
  return bytes === undefined ? value : deps.crypto.decrypt(Buffer.from(bytes, 'hex'), secretContext(field));
}

function valueSql(noun: Parameters<typeof findRegisterField>[0], field: string): RawBuilder<unknown> {
  switch (field) {
    case 'name':
      return sql`to_jsonb(s.name)`;
    case 'kind':
      return sql`to_jsonb(s.kind)`;
    case 'address':
      return sql`to_jsonb(b.address || coalesce(d.room, ''))`;
    case 'committee':
      return sql`to_jsonb(a3.name)`;
    case 'micro-grid':
      return sql`to_jsonb(a4.name)`;
    default:
      return findRegisterField(noun, field) ? sql`s.fields -> ${sql.lit(field)}` : sql`null::jsonb`;
  }
}
