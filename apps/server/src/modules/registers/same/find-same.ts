import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { newId } from '../../../platform/ids.ts';

/** Somebody about to be entered, or entered already (`id`). Days as YYYY-MM-DD. */
export interface Candidate {
  /** Its place in the caller's list. */
  at: number;
  id: string | null;
  siteId: string;
  name: string;
  born: string | null;
  homeId: string | null;
  buildingId: string | null;
  area3Id: string | null;
}

export interface Likeness {
  at: number;
  subjectId: string;
  /** 0 – 1: name, birth and the address as far down as it agrees. */
  score: number;
  agreed: string[];
}

/**
 * People who may be the same by name, birth and address; one statement for any number of candidates. Two names are alike when they are
 * equal without dots and spaces. The same identity number is asked for with `findBySecret`. As the system.
 */
export async function findNearPeople(db: Db, candidates: readonly Candidate[]): Promise<Likeness[]> {
  if (candidates.length === 0) return [];
  const { rows } = await sql<Likeness>`with w as materialized (
      select *, regexp_replace(name, '[\\s·•‧・]', '', 'g') as plain
      from jsonb_to_recordset(${JSON.stringify(candidates)}::jsonb) as c(at integer, id uuid, "siteId" uuid, name text, born date,
        "homeId" uuid, "buildingId" uuid, "area3Id" uuid)),
    near as (
      select w.at, s.id from w join subject s on s.site_id = w."siteId" and s.noun = 'person' and s.born = w.born and s.name = w.name
      union
      select w.at, s.id from w join subject s on s.home_id = w."homeId" and s.noun = 'person'
        and regexp_replace(s.name, '[\\s·•‧・]', '', 'g') = w.plain and (s.born = w.born or s.born is null or w.born is null))
    select near.at, near.id as "subjectId",
      (case when s.born = w.born then 0.6 else 0.4 end
        + case when s.home_id = w."homeId" then 0.35 when s.building_id = w."buildingId" then 0.25
            when s.area3_id = w."area3Id" then 0.1 else 0 end)::real as score,
      array_remove(array['name', case when s.born = w.born then 'born' end, case when s.home_id = w."homeId" then 'home' end,
        case when s.building_id = w."buildingId" then 'building' end], null) as agreed
    from near join w on w.at = near.at join subject s on s.id = near.id
    where s.state <> 'merged' and s.id is distinct from w.id
    order by near.at, score desc`.execute(db);
  return rows;
}

/** Pairs for the merge desk; one known already, whatever was decided of it, stays as it is. As the system. */
export async function insertSamePairs(
  db: Db,
  pairs: readonly {
    oneId: string;
    otherId: string;
    ground: 'exact' | 'near';
    score: number;
    agreed: readonly string[];
    path: string;
  }[],
  now: Date,
): Promise<void> {
  if (pairs.length === 0) return;
  const rows = pairs.map(({ oneId, otherId, ...pair }) => {
    const [one, other] = [oneId, otherId].sort();
    return { ...pair, id: newId(), one, other };
  });
  await sql`insert into same_pair (id, one_id, other_id, ground, score, agreed, path, found_at)
    select p.id, p.one, p.other, p.ground, p.score, p.agreed, p.path::ltree, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p(id uuid, one uuid, other uuid, ground text, score real, agreed jsonb, path text)
    where p.one <> p.other on conflict (one_id, other_id) do nothing`.execute(db);
}
