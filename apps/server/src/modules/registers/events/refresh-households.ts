import { dayOf, familyRelationGroup, type HouseholdMember, livingArrangement } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { type NewFact, writeFacts } from '../store/facts.ts';
import { type Doing, journalChanges } from '../store/journal.ts';

interface LivesHere {
  id: string;
  householdId: string | null;
  homeId: string | null;
  born: string | null;
  role: string;
  said: boolean;
}

const elderlyFrom = 60;

/**
 * What follows from who lives where: members and all-elderly of households, living arrangement of older people. Values somebody entered by
 * hand stay. For any number of households at once; journals `subject.changed`. As the system.
 */
export async function refreshHouseholds(db: Db, householdIds: readonly (string | null)[], doing: Doing): Promise<void> {
  const wanted = [...new Set(householdIds.filter((id) => id !== null))];
  if (wanted.length === 0) return;
  const people = await findPeople(db, wanted);
  const byHousehold = groupBy(people, (person) => person.householdId);
  const byHome = groupBy(people, (person) => person.homeId);
  // Everybody in the person's home; in their household where no home is known.
  const around = (person: LivesHere) =>
    (person.homeId === null ? byHousehold.get(person.householdId) : byHome.get(person.homeId)) ?? [];
  const today = dayOf(doing.now);
  const fact = (subjectId: string, noun: NewFact['noun'], field: string, value: NewFact['value']): NewFact => ({
    subjectId,
    noun,
    field,
    value,
    source: 'derived',
    sourceId: null,
    since: today,
    recordedBy: null,
  });
  const facts = wanted.flatMap((id) => {
    const members = byHousehold.get(id) ?? [];
    return [
      fact(id, 'household', 'members', members.length),
      fact(id, 'household', 'allElderly', members.length > 0 && members.every((one) => isOld(one, today))),
      ...members
        .filter((one) => !one.said)
        .map((one) =>
          fact(one.id, 'person', 'livingArrangement', livingArrangement(one.id, toldTo(one, around(one)), today)),
        ),
    ];
  });
  await journalChanges(db, doing, await writeFacts(db, facts, { now: doing.now, sameValues: 'leave' }));
}

async function findPeople(db: Db, householdIds: readonly string[]): Promise<LivesHere[]> {
  const { rows } =
    await sql<LivesHere>`select person.id, person.household_id as "householdId", person.home_id as "homeId", person.born,
      coalesce(link.role, '') as role, coalesce(said.source <> 'derived', false) as said
    from (
      select id from subject where household_id = any(${[...householdIds]}::uuid[]) and noun = 'person' and state = 'active'
      union
      select other.id from subject household join subject other on other.home_id = household.home_id
      where household.id = any(${[...householdIds]}::uuid[]) and other.noun = 'person' and other.state = 'active') here
    join subject person on person.id = here.id
    left join subject_link link on link.from_id = person.id and link.to_id = person.household_id and link.kind = 'member' and link.valid_to is null
    left join fact said on said.subject_id = person.id and said.field = 'livingArrangement' and said.superseded_at is null`.execute(
      db,
    );
  return rows;
}

/** Those of a home by what they are to the person. */
function toldTo(person: LivesHere, here: readonly LivesHere[]): HouseholdMember[] {
  return here.map((one) => ({ id: one.id, born: one.born, relation: relationTo(person, one) }));
}

function groupBy<K>(people: readonly LivesHere[], keyOf: (person: LivesHere) => K): ReadonlyMap<K, LivesHere[]> {
  const groups = new Map<K, LivesHere[]>();
  for (const person of people) {
    const group = groups.get(keyOf(person));
    if (group) group.push(person);
    else groups.set(keyOf(person), [person]);
  }
  return groups;
}

/** Relations are kept to the head; what two members are to each other follows for the nearest. */
function relationTo(person: LivesHere, other: LivesHere): HouseholdMember['relation'] {
  if (person.householdId === null || other.householdId !== person.householdId) return 'not-related';
  const [own, theirs] = [familyRelationGroup(person.role), familyRelationGroup(other.role)];
  if (own === null || theirs === null) return null;
  // Only the nearest follow: the head's and their spouse's children and each other, and the two parents of the head.
  if (own === 'self' && theirs === 'spouse') return 'spouse';
  if (own === 'spouse' && theirs === 'self') return 'spouse';
  if (own === 'parent' && theirs === 'parent') return 'spouse';
  if (own === 'parent' && theirs === 'self') return 'child';
  const isChild = theirs === 'son' || theirs === 'daughter';
  if (isChild && (own === 'self' || own === 'spouse')) return 'child';
  return kin(theirs);
}

function kin(group: ReturnType<typeof familyRelationGroup>): HouseholdMember['relation'] {
  return group === 'not-related' ? 'not-related' : 'other-relative';
}

function isOld(person: LivesHere, today: string): boolean {
  if (person.born === null) return false;
  return `${Number(person.born.slice(0, 4)) + elderlyFrom}${person.born.slice(4)}` <= today;
}
