import type { TrialExample } from '@linli/contract';
import { type Actor, type CaseActionKind, mayInArea, type TrialCase } from '@linli/domain';
import { sql } from 'kysely';
import type { z } from 'zod';
import { type Db, elevated } from '../../../platform/db/database.ts';
import type { PlaceIndex } from '../../places/index.ts';
import { dispatchFacts } from '../new-case.ts';

export const trialDays = 31;
export const mostTrialCases = 5000;

type Example = z.infer<typeof TrialExample>;
export interface TrialCases<T> {
  cases: T[];
  bounded: boolean;
  /** Cases by id as examples; sealed ones are counted but never shown. */
  examples(ids: readonly string[]): Example[];
}
interface HeadRow {
  id: string;
  number: string;
  reported_at: Date;
  visibility: string;
  path: string;
  area_id: string;
}
interface TrialRow extends HeadRow {
  form: Record<string, unknown>;
  channel: string;
  urgent: boolean;
  address: string;
  lng: number | null;
  is_open: boolean;
  ended_at: Date;
  moments: Partial<Record<CaseActionKind, string>> | null;
  bent: boolean | null;
  photos: number | null;
}
interface Asked {
  siteId: string;
  from: Date;
  limit: number;
}
interface Reader {
  actor: Actor;
  places: PlaceIndex;
}

/** The newest cases of a type with when each thing first happened to them, by index. */
export async function findTrialCases(
  db: Db,
  asked: Asked & { code: string },
  reader: Reader,
): Promise<TrialCases<TrialCase>> {
  const { rows } = await elevated(db, () =>
    sql<TrialRow>`with chosen as materialized (
        select id, number, reported_at, visibility, path, coalesce(area4_id, area3_id, area2_id, site_id) as area_id,
          form, channel, urgent, address, lng, is_open, coalesce(closed_at, changed_at) as ended_at
        from cases where site_id = ${asked.siteId} and type_code = ${asked.code} and reported_at >= ${asked.from}
        order by reported_at desc, id limit ${asked.limit + 1})
      select chosen.*, told.moments, told.bent, told.photos from chosen left join (
        select case_id, jsonb_object_agg(kind, first_at) as moments,
          bool_or(kind in ('grant', 'resume', 'return', 'check-fail', 'reopen', 'object')) as bent, max(photos) as photos
        from (select case_id, kind, min(at) as first_at, max(case when kind = 'report' then (data->>'photos')::int end) as photos
          from case_action where case_id in (select id from chosen) group by case_id, kind) as each
        group by case_id) as told on told.case_id = chosen.id
      order by chosen.reported_at desc, chosen.id`.execute(db),
  );
  const chosen = rows.slice(0, asked.limit);
  return {
    cases: chosen.map((row) => trialCase(row, reader.places)),
    bounded: rows.length > asked.limit,
    examples: exampleFinder(chosen, reader),
  };
}

/** The newest cases of all types with their words, for asking which speak of a type nobody could choose yet. Never sealed ones. */
export async function findWordCases(
  db: Db,
  asked: Asked,
  reader: Reader,
): Promise<TrialCases<{ id: string; typeCode: string; words: string }>> {
  const { rows } = await elevated(db, () =>
    sql<HeadRow & { type_code: string; words: string }>`select id, number, reported_at, visibility, path,
        coalesce(area4_id, area3_id, area2_id, site_id) as area_id, type_code, words
      from cases where site_id = ${asked.siteId} and reported_at >= ${asked.from} and visibility <> 'sealed'
      order by reported_at desc, id limit ${asked.limit + 1}`.execute(db),
  );
  const chosen = rows.slice(0, asked.limit);
  return {
    cases: chosen.map(({ id, type_code, words }) => ({ id, typeCode: type_code, words })),
    bounded: rows.length > asked.limit,
    examples: exampleFinder(chosen, reader),
  };
}

function trialCase(row: TrialRow, places: PlaceIndex): TrialCase {
  const located = places.chainOf(row.area_id);
  const facts = dispatchFacts({
    form: row.form,
    located: { siteId: '', areaId: row.area_id, areas: located?.areas ?? [], path: row.path },
    place: { lng: row.lng, lat: null, address: row.address },
    channel: row.channel,
    urgent: row.urgent,
    now: row.reported_at,
  });
  const moments = Object.fromEntries(Object.entries(row.moments ?? {}).map(([kind, at]) => [kind, new Date(at)]));
  return {
    id: row.id,
    facts,
    photos: row.photos ?? 0,
    moments,
    endedAt: row.is_open ? null : row.ended_at,
    straight: row.bent !== true,
  };
}

function exampleFinder(rows: readonly HeadRow[], { actor, places }: Reader): (ids: readonly string[]) => Example[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (ids) =>
    ids.flatMap((id) => {
      const row = byId.get(id);
      if (!row || row.visibility === 'sealed') return [];
      return {
        caseId: row.id,
        number: row.number,
        reportedAt: row.reported_at.toISOString(),
        areaName: places.chainOf(row.area_id)?.areas.at(-1)?.name ?? '',
        mayOpen: row.visibility === 'public' || mayInArea(actor, 'cases:read', row.path),
      };
    });
}
