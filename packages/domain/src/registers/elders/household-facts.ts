import type { Day } from '../../time/calendar.ts';
import { familyRelationGroup } from '../codes/national-codes.ts';
import { type HouseholdMember, type LivingArrangement, livingArrangement } from './living-arrangement.ts';

/** Somebody who lives in a home: their household there and what they are to its head (GB/T 4761), as far as either is known. */
export interface HomeDweller {
  id: string;
  householdId: string | null;
  born: Day | null;
  relation: string | null;
}

/** What follows from who lives in one home: members and all-elderly by household, living arrangement by person (null: not an older one). */
export function householdFacts(
  dwellers: readonly HomeDweller[],
  today: Day,
): {
  households: ReadonlyMap<string, { members: number; allElderly: boolean }>;
  arrangements: ReadonlyMap<string, LivingArrangement | null>;
} {
  const households = new Map<string, { members: number; allElderly: boolean }>();
  const arrangements = new Map<string, LivingArrangement | null>();
  for (const person of dwellers) {
    if (person.householdId !== null) {
      const known = households.get(person.householdId) ?? { members: 0, allElderly: true };
      households.set(person.householdId, {
        members: known.members + 1,
        allElderly: known.allElderly && isElderly(person.born, today),
      });
    }
    const around = dwellers.map((one) => ({ id: one.id, born: one.born, relation: relationTo(person, one) }));
    arrangements.set(person.id, livingArrangement(person.id, around, today));
  }
  return { households, arrangements };
}

const elderlyFrom = 60;

function isElderly(born: Day | null, today: Day): boolean {
  return born !== null && `${Number(born.slice(0, 4)) + elderlyFrom}${born.slice(4)}` <= today;
}

/** Relations are kept to the head; what two members are to each other follows for the nearest. */
function relationTo(person: HomeDweller, other: HomeDweller): HouseholdMember['relation'] {
  if (person.householdId === null || other.householdId !== person.householdId) return 'not-related';
  const [own, theirs] = [familyRelationGroup(person.relation ?? ''), familyRelationGroup(other.relation ?? '')];
  if (own === null || theirs === null) return null;
  const kin = theirs === 'not-related' ? 'not-related' : 'other-relative';
  const isChild = theirs === 'son' || theirs === 'daughter';
  if ((own === 'self' || own === 'spouse') && isChild) return 'child';
  if (own === 'self') return theirs === 'spouse' ? 'spouse' : kin;
  if (own === 'spouse') return theirs === 'self' ? 'spouse' : kin;
  if (own === 'parent' && theirs === 'self') return 'child';
  return own === 'parent' && theirs === 'parent' ? 'spouse' : kin;
}
