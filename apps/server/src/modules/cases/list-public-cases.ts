import type { findLikeCases, listPublicCases, OutputOf, ParsedInputOf } from '@linli/contract';
import type { Actor } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { caseSummary, type SummaryRow, type ViewDeps } from './case-view.ts';
import { summaryColumns } from './summary-columns.ts';

const metresPerDegreeLat = 111_320;

/** Distance in metres on a plane, good to a few centimetres over some kilometres. */
function metresTo(lng: number, lat: number): RawBuilder<number> {
  const perLng = metresPerDegreeLat * Math.cos((lat * Math.PI) / 180);
  return sql`sqrt(power((cases.lng - ${lng}) * ${perLng}, 2) + power((cases.lat - ${lat}) * ${metresPerDegreeLat}, 2))`;
}

/** A box around the point as plain comparisons of floats, which are leak-proof; the partial index on open places serves it. */
function within(lng: number, lat: number, metres: number): RawBuilder<boolean> {
  const dLat = metres / metresPerDegreeLat;
  const dLng = dLat / Math.cos((lat * Math.PI) / 180);
  return sql`cases.lng between ${lng - dLng} and ${lng + dLng} and cases.lat between ${lat - dLat} and ${lat + dLat}`;
}

type WithMetres = SummaryRow & { metres: number | null };

/** Public cases around a point, nearest first; without a point, newest first. */
export async function findPublicCases(
  db: Db,
  input: ParsedInputOf<typeof listPublicCases>,
  deps: ViewDeps,
): Promise<OutputOf<typeof listPublicCases>> {
  const { lng, lat, radiusMetres, open, limit } = input;
  const state = open
    ? sql`cases.is_open`
    : sql`not cases.is_open and cases.state = 'closed' and cases.changed_at > ${new Date(deps.now.getTime() - 30 * 86_400_000)}`;
  const near = lng !== undefined && lat !== undefined;
  const { rows } = near
    ? await sql<WithMetres>`select ${summaryColumns}, ${metresTo(lng, lat)} as metres from cases
        where cases.visibility = 'public' and ${state} and ${within(lng, lat, radiusMetres)} and ${metresTo(lng, lat)} <= ${radiusMetres}
        order by metres, cases.id limit ${limit}`.execute(db)
    : await sql<WithMetres>`select ${summaryColumns}, null::float8 as metres from cases
        where cases.visibility = 'public' and ${state} order by cases.reported_at desc, cases.id limit ${limit}`.execute(
        db,
      );
  return { cases: rows.map((row) => ({ ...caseSummary(row, deps), metres: row.metres })) };
}

/** Open cases nearby of the same kind (any kind when none is named), as far and as old as their type says is "the same". */
export async function findLike(
  db: Db,
  actor: Actor,
  input: ParsedInputOf<typeof findLikeCases>,
  deps: ViewDeps,
): Promise<OutputOf<typeof findLikeCases>> {
  const { typeCode, lng, lat, limit } = input;
  const rule = typeCode ? deps.catalogue.types.get(typeCode)?.definition.duplicates : undefined;
  const metres = rule?.radiusMetres ?? 250;
  const since = new Date(deps.now.getTime() - (rule?.days ?? 14) * 86_400_000);
  const { rows } = await sql<
    WithMetres & { joined: boolean }
  >`select ${summaryColumns}, ${metresTo(lng, lat)} as metres,
      exists (select from case_reporter r where r.case_id = cases.id and r.account_id = ${actor.accountId}) as joined
    from cases where cases.visibility = 'public' and cases.is_open and cases.reported_at > ${since}
      and (${typeCode ?? null}::text is null or cases.type_code = ${typeCode ?? null})
      and ${within(lng, lat, metres)} and ${metresTo(lng, lat)} <= ${metres}
    order by metres, cases.id limit ${limit}`.execute(db);
  return { cases: rows.map((row) => ({ ...caseSummary(row, deps), metres: row.metres ?? 0, joined: row.joined })) };
}
