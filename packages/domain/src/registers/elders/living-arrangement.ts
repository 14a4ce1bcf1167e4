import { ageOn } from '../../tags/age-bounds.ts';
import type { Day } from '../../time/calendar.ts';

export type LivingArrangement = 'alone' | 'empty-nest' | 'all-elderly' | 'with-family';

/** One person who lives in the home now. */
export type HouseholdMember = {
  id: string;
  born: Day | null;
  /** What they are to the older person asked about; null when not known. */
  relation: 'spouse' | 'child' | 'other-relative' | 'not-related' | null;
};

/** What each word means here, most pressing first: the first that fits is the answer. A street may word them otherwise in its pack. */
export const livingArrangements: readonly {
  arrangement: LivingArrangement;
  zh: string;
  en: string;
  definition: { zh: string; en: string };
  source: string;
}[] = [
  {
    arrangement: 'alone',
    zh: '独居',
    en: 'alone',
    definition: { zh: '家中只有本人居住，不论有无子女', en: 'nobody else lives in the home, whatever family there is' },
    source: 'Ministry of Civil Affairs and others, guidance on visits to older people in particular need (2022)',
  },
  {
    arrangement: 'empty-nest',
    zh: '空巢',
    en: 'empty nest',
    definition: { zh: '只与配偶同住，子女不同住', en: 'lives with the spouse only, no child in the home' },
    source: 'Ministry of Civil Affairs and others, guidance on visits to older people in particular need (2022)',
  },
  {
    arrangement: 'all-elderly',
    zh: '纯老家庭',
    en: 'all elderly',
    definition: { zh: '同住者都已满60周岁', en: 'everybody in the home is 60 or over' },
    source: 'Shanghai statistics on older people',
  },
  {
    arrangement: 'with-family',
    zh: '与家人同住',
    en: 'with others',
    definition: { zh: '与未满60周岁的人同住', en: 'somebody under 60 lives in the home' },
    source: 'the rest',
  },
];

const OLD_AGE = 60;

/**
 * How an older person lives, from who lives in the home today. Null when it cannot be said: the person is not among the members or is
 * under 60, or a member's birth is not known and decides. Source of each word: `livingArrangements`.
 */
export function livingArrangement(
  personId: string,
  members: readonly HouseholdMember[],
  today: Day,
): LivingArrangement | null {
  const person = members.find((member) => member.id === personId);
  if (person === undefined || !isOld(person, today)) return null;
  const others = members.filter((member) => member.id !== personId);
  if (others.length === 0) return 'alone';
  if (others.every((member) => member.relation === 'spouse')) return 'empty-nest';
  if (others.some((member) => member.born !== null && ageOn(member.born, today) < OLD_AGE)) return 'with-family';
  return others.every((member) => isOld(member, today)) ? 'all-elderly' : null;
}

function isOld(member: HouseholdMember, today: Day): boolean {
  return member.born !== null && ageOn(member.born, today) >= OLD_AGE;
}
