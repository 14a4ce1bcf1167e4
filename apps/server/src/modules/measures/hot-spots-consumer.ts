import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { Consumer, JournalRow } from '../../platform/journal/index.ts';

/** Keeps where every case with a point was reported; what turns out to be no report of its own goes again. Idempotent: a row seen twice changes nothing. */
export const hotSpotsConsumer: Consumer = {
  name: 'hot-spots',
  handle: keepReports,
  reset: async (db) => {
    await sql`truncate place_report`.execute(db);
  },
};

async function keepReports(db: Db, rows: readonly JournalRow[]): Promise<void> {
  const reported = rows.filter((row) => row.kind === 'case.reported' && row.data.visibility !== 'sealed');
  if (reported.length > 0) {
    const placed = reported.map(({ noun_id: id, at, data }) => ({ id, at, data }));
    await sql`insert into place_report (case_id, site_id, area2_id, area3_id, area4_id, type_code, reported_at, lng, lat)
      select r.id, (r.data->>'siteId')::uuid, (r.data->'areas'->>'2')::uuid, (r.data->'areas'->>'3')::uuid, (r.data->'areas'->>'4')::uuid,
        r.data->>'typeCode', r.at, (r.data->>'lng')::float8, (r.data->>'lat')::float8
      from jsonb_to_recordset(${JSON.stringify(placed)}::jsonb) as r(id uuid, at timestamptz, data jsonb)
      where r.data->>'lng' is not null and r.data->>'lat' is not null
      on conflict do nothing`.execute(db);
  }
  await moveRetyped(db, rows);
  const gone = rows.flatMap((row) =>
    row.noun === 'case' && (isNoReport(row) || isSealedNow(row)) ? [row.noun_id] : [],
  );
  if (gone.length > 0) await sql`delete from place_report where case_id = any(${gone}::uuid[])`.execute(db);
}

/** Taken for another kind: it counts there, with its own day; what was sealed until then comes, since it no longer is. */
async function moveRetyped(db: Db, rows: readonly JournalRow[]): Promise<void> {
  const kinds = new Map(
    rows.flatMap((row) => (row.kind === retyped ? [[row.noun_id, row.data.typeCode] as const] : [])),
  );
  if (kinds.size === 0) return;
  await sql`insert into place_report (case_id, site_id, area2_id, area3_id, area4_id, type_code, reported_at, lng, lat)
    select cases.id, cases.site_id, cases.area2_id, cases.area3_id, cases.area4_id, kind.code, cases.reported_at, cases.lng, cases.lat
    from unnest(${[...kinds.keys()]}::uuid[], ${[...kinds.values()]}::text[]) as kind(id, code) join cases on cases.id = kind.id
    where cases.lng is not null and cases.lat is not null
    on conflict (case_id) do update set type_code = excluded.type_code`.execute(db);
}

const retyped = 'case.retyped';

function isSealedNow({ kind, data }: JournalRow): boolean {
  return kind === retyped && data.visibility === 'sealed';
}

const noReports: readonly unknown[] = ['void', 'declined', 'merged'];

/** Void, declined or merged into another, or left out of the figures by two people. */
function isNoReport({ kind, data }: JournalRow): boolean {
  const of = data.of as { request?: unknown } | undefined; // written by caseEvent
  return noReports.includes(data.state) || (kind === 'case.request-granted' && of?.request === 'exclusion');
}
