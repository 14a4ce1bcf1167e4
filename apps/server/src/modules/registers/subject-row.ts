import type { SubjectNoun, SubjectState } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';

/** A subject as reads and commands know it. */
export interface SubjectRow {
  id: string;
  siteId: string;
  noun: SubjectNoun;
  kind: string;
  name: string;
  path: string;
  area2Id: string | null;
  area3Id: string | null;
  area4Id: string | null;
  buildingId: string | null;
  homeId: string | null;
  householdId: string | null;
  lng: number | null;
  lat: number | null;
  born: string | null;
  fields: Record<string, unknown>;
  tags: number[];
  state: SubjectState;
  since: string | null;
  until: string | null;
  mergedInto: string | null;
  revision: number;
  changedAt: Date;
}

export const subjectColumns: RawBuilder<unknown> = sql`subject.id, subject.site_id as "siteId", subject.noun, subject.kind, subject.name,
  subject.path::text as path, subject.area2_id as "area2Id", subject.area3_id as "area3Id", subject.area4_id as "area4Id",
  subject.building_id as "buildingId", subject.home_id as "homeId", subject.household_id as "householdId", subject.lng, subject.lat,
  subject.born, subject.fields, subject.tags, subject.state, subject.since, subject.until, subject.merged_into as "mergedInto",
  subject.revision, subject.changed_at as "changedAt"`;

/** A subject within the actor's reach; `lock`: until the end of the transaction. Refuses `not-found`. */
export async function getSubjectRow(db: Db, id: string, mode: 'read' | 'lock'): Promise<SubjectRow> {
  const { rows } = await sql<SubjectRow>`select ${subjectColumns} from subject where subject.id = ${id}`.execute(db);
  if (!rows[0]) return refuse('not-found');
  if (mode === 'read') return rows[0];
  // Writing is the product's alone; that this actor reaches the row was asked above.
  const locked = await elevated(db, () => lockSubjects(db, [id]));
  return locked[0] ?? refuse('not-found');
}

/** Locks subjects in the order of their ids, so that two events over the same people wait instead of stopping each other. As the system. */
export async function lockSubjects(db: Db, ids: readonly string[]): Promise<SubjectRow[]> {
  if (ids.length === 0) return [];
  const { rows } =
    await sql<SubjectRow>`select ${subjectColumns} from subject where subject.id = any(${[...new Set(ids)]}::uuid[])
    order by subject.id for update`.execute(db);
  return rows;
}

/** Those of these subjects the handle reaches, by id. */
export async function findSubjectRows(
  db: Db,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, SubjectRow>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const { rows } =
    await sql<SubjectRow>`select ${subjectColumns} from subject where subject.id = any(${wanted}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
