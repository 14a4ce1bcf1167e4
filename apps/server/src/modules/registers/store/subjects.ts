import type { SubjectNoun, SubjectState } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';

/** Where a subject stands: the path and areas of its micro-grid, its building, home and household. */
export interface SubjectPlace {
  path: string;
  area2Id: string | null;
  area3Id: string | null;
  area4Id: string | null;
  buildingId: string | null;
  homeId: string | null;
  householdId: string | null;
}

export interface NewSubject extends SubjectPlace {
  id: string;
  siteId: string;
  noun: SubjectNoun;
  /** Of a home: dwelling; of an entity: shop, firm, organisation; of an asset: component, shed, cabinet, facility. */
  kind: string;
  name: string;
  lng: number | null;
  lat: number | null;
  since: string | null;
  createdAt: Date;
}

/** Puts in any number of subjects with one statement; those already there stay as they are. Answers the ids put in. As the system. */
export async function insertSubjects(db: Db, rows: readonly NewSubject[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const { rows: made } = await sql<{
    id: string;
  }>`insert into subject (id, site_id, noun, kind, name, path, area2_id, area3_id, area4_id,
      building_id, home_id, household_id, lng, lat, since, created_at, changed_at)
    select s.id, s."siteId", s.noun, s.kind, s.name, s.path::ltree, s."area2Id", s."area3Id", s."area4Id",
      s."buildingId", s."homeId", s."householdId", s.lng, s.lat, s.since, s."createdAt", s."createdAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(id uuid, "siteId" uuid, noun text, kind text, name text, path text,
      "area2Id" uuid, "area3Id" uuid, "area4Id" uuid, "buildingId" uuid, "homeId" uuid, "householdId" uuid,
      lng double precision, lat double precision, since date, "createdAt" timestamptz)
    on conflict (id) do nothing returning id`.execute(db);
  return made.map((row) => row.id);
}

/** Puts subjects somewhere else. Their links and facts are the caller's. As the system. */
export async function placeSubjects(
  db: Db,
  rows: readonly (SubjectPlace & { id: string })[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  await sql`update subject set path = m.path::ltree, area2_id = m."area2Id", area3_id = m."area3Id", area4_id = m."area4Id",
      building_id = m."buildingId", home_id = m."homeId", household_id = m."householdId", revision = revision + 1, changed_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m(id uuid, path text, "area2Id" uuid, "area3Id" uuid, "area4Id" uuid,
      "buildingId" uuid, "homeId" uuid, "householdId" uuid)
    where subject.id = m.id`.execute(db);
}

/** Sets the state of subjects, with the day it ended (none when it is active again). As the system. */
export async function setSubjectStates(
  db: Db,
  rows: readonly { id: string; state: SubjectState; until: string | null; mergedInto?: string | null }[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  await sql`update subject set state = m.state, until = m.until, merged_into = m."mergedInto", revision = revision + 1, changed_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m(id uuid, state text, until date, "mergedInto" uuid)
    where subject.id = m.id`.execute(db);
}

/** Gives subjects another name or kind. As the system. */
export async function renameSubjects(
  db: Db,
  rows: readonly { id: string; name: string; kind: string }[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  await sql`update subject set name = m.name, kind = m.kind, revision = revision + 1, changed_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m(id uuid, name text, kind text)
    where subject.id = m.id`.execute(db);
}
