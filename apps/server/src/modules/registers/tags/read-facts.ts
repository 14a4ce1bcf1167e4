import { type Day, isWithin, type RuleFacts, type SubjectNoun } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import type { Tag } from './tag-catalogue.ts';

/** A subject with what its rules look at. */
export interface SubjectFacts {
  id: string;
  ordinal: number;
  siteId: string;
  path: string;
  noun: SubjectNoun;
  isActive: boolean;
  tags: readonly number[];
  /** Hand-set tags whose day has not passed. */
  hand: readonly number[];
  facts: RuleFacts;
}

interface Row {
  id: string;
  ordinal: number;
  siteId: string;
  path: string;
  noun: SubjectNoun;
  kind: string;
  state: string;
  born: Day | null;
  tags: number[];
  fields: Record<string, unknown>;
  household: Record<string, unknown> | null;
  home: Record<string, unknown> | null;
  householdId: string | null;
}

/**
 * Subjects of `which` (a condition on `s`), in order, with household, home, household's births and hand-set tags. `lock` keeps others from
 * writing them until the transaction ends.
 */
export async function readFacts(
  db: Db,
  call: { which: RawBuilder<unknown>; today: Day; limit: number; lock?: boolean },
): Promise<SubjectFacts[]> {
  // First the subjects, then each one's household and home by key. No coalesce() in those conditions: PostgreSQL does not count it as leakproof,
  // and behind row-level security would read the whole register for each subject.
  const { rows } = await sql<Row>`with s as materialized (
      select s.* from subject s where ${call.which} order by s.ordinal limit ${call.limit} ${call.lock ? sql`for no key update of s` : sql``})
    select s.id, s.ordinal, s.site_id as "siteId", s.path::text, s.noun, s.kind, s.state, s.born, s.tags,
      s.fields, household.fields as household, home.fields as home, coalesce(s.household_id, household.id) as "householdId"
    from s
    left join lateral (select h.id, h.fields, h.home_id from subject h
      where h.id = case when s.noun = 'household' then s.id else s.household_id end offset 0) household on true
    left join lateral (select h.fields from subject h
      where h.id = case when s.noun = 'home' then s.id when s.home_id is not null then s.home_id else household.home_id end offset 0) home on true
    order by s.ordinal`.execute(db);
  if (rows.length === 0) return [];
  const births = await readBirths(
    db,
    rows.flatMap(({ householdId }) => householdId ?? []),
  );
  const hands = await readHands(
    db,
    rows.map(({ id }) => id),
    call.today,
  );
  return rows.map((row) => ({
    id: row.id,
    ordinal: row.ordinal,
    siteId: row.siteId,
    path: row.path,
    noun: row.noun,
    isActive: row.state === 'active',
    tags: row.tags,
    hand: hands.get(row.id) ?? [],
    facts: {
      kind: row.kind,
      born: row.born,
      fields: {
        ...(row.home ? { home: row.home } : {}),
        ...(row.household ? { household: row.household } : {}),
        [row.noun]: row.fields,
      },
      living: row.householdId === null ? null : (births.get(row.householdId) ?? []),
    },
  }));
}

async function readBirths(db: Db, householdIds: readonly string[]): Promise<Map<string, (Day | null)[]>> {
  if (householdIds.length === 0) return new Map();
  const { rows } = await sql<{
    id: string;
    births: (Day | null)[];
  }>`select household_id as id, jsonb_agg(born) as births
    from subject where household_id = any(${[...new Set(householdIds)]}::uuid[]) and noun = 'person' and state = 'active' group by 1`.execute(
    db,
  );
  return new Map(rows.map(({ id, births }) => [id, births]));
}

async function readHands(db: Db, ids: readonly string[], today: Day): Promise<Map<string, number[]>> {
  const { rows } = await sql<{
    id: string;
    tags: number[];
  }>`select subject_id as id, array_agg(tag_id) as tags from tag_hand
    where subject_id = any(${ids}::uuid[]) and ended_at is null and (until is null or until >= ${today}) group by 1`.execute(
    db,
  );
  return new Map(rows.map(({ id, tags }) => [id, tags]));
}

/** The tags a subject has today, in order: what its rules say and what was set by hand, of the tags in force over its place. */
export function tagsOf(subject: SubjectFacts, tags: readonly Tag[], today: Day): number[] {
  if (!subject.isActive) return [];
  const hand = new Set(subject.hand);
  return tags
    .filter((tag) => {
      if (!tag.nouns.includes(subject.noun) || !isWithin(subject.path, tag.path)) return false;
      return tag.rule === null ? hand.has(tag.id) : tag.compiled?.matches(subject.facts, today) === true;
    })
    .map(({ id }) => id)
    .sort((a, b) => a - b);
}
