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
  const gone = rows.flatMap((row) => (row.noun === 'case' && isNoReport(row) ? [row.noun_id] : []));
  if (gone.length > 0) await sql`delete from place_report where case_id = any(${gone}::uuid[])`.execute(db);
}

const noReports: readonly unknown[] = ['void', 'declined', 'merged'];

/** Void, declined or merged into another, or left out of the figures by two people. */
function isNoReport({ kind, data }: JournalRow): boolean {
  const of = data.of as { request?: unknown } | undefined; // written by caseEvent
  return noReports.includes(data.state) || (kind === 'case.request-granted' && of?.request === 'exclusion');
}
