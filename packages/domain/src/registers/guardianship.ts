import { ageOn } from '../tags/age-bounds.ts';
import type { Day } from '../time/calendar.ts';

/** What a guardian is to the ward: the orders of Civil Code art. 27 (minors) and 28 (adults), in words of the desk. */
export const guardianRelations = [
  'parent',
  'grandparent',
  'sibling',
  'spouse',
  'child',
  'other-relative',
  'other',
] as const;
export type GuardianRelation = (typeof guardianRelations)[number];

/**
 * The paper guardianship is shown by: birth certificate, household book, adoption certificate; the committee's consent for a minor (art. 27 III);
 * an appointment by committee, civil affairs or court (art. 31); a judgment on capacity or guardianship (art. 24, 36); a written agreement of
 * an adult made in advance (art. 33).
 */
export const guardianPapers = [
  'birth-certificate',
  'household-book',
  'adoption',
  'consent',
  'appointment',
  'judgment',
  'agreement',
] as const;
export type GuardianPaper = (typeof guardianPapers)[number];

/** Why guardianship ended (art. 39), or that it never was. */
export const guardianEndings = ['of-age', 'capable', 'unable', 'revoked', 'mistake'] as const;

/** Guardians of one ward, and wards of one guardian: more is a mistake of entry, or an institution, which is no person of the register. */
export const guardiansAtMost = 4;
export const wardsAtMost = 12;

const majority = 18;
const ofMinors: readonly GuardianRelation[] = ['parent', 'grandparent', 'sibling', 'other-relative', 'other'];
const papersOfFamily: readonly GuardianPaper[] = guardianPapers.filter((paper) => paper !== 'agreement');
const papersOfOthers: readonly GuardianPaper[] = ['consent', 'appointment', 'judgment'];
const papersOfAdults: readonly GuardianPaper[] = ['appointment', 'judgment', 'agreement'];

/** An adult on a day (Civil Code art. 17): from the eighteenth birthday on, who was born on 29 February from 1 March of a common year. Nobody knows: not counted as one. */
export function isOfAge(born: Day | null, on: Day): boolean {
  return born !== null && ageOn(born, on) >= majority;
}

/** A minor on a day. Nobody knows: not counted as one, so that a paper is needed. */
export function isMinor(born: Day | null, on: Day): boolean {
  return born !== null && ageOn(born, on) < majority;
}

/** Who may be guardian of somebody: of a minor parents, then grandparents, elder brothers and sisters, then others (art. 27); of an adult anybody (art. 28). */
export function guardianRelationsFor(ward: { born: Day | null }, today: Day): readonly GuardianRelation[] {
  return isMinor(ward.born, today) ? ofMinors : guardianRelations;
}

/**
 * Papers that justify it: of a minor's family what is shown at the desk, of others the committee's consent, an appointment or a judgment (art.
 * 27). Of an adult, and of whom the birth is not known, an appointment, a judgment or their own agreement (art. 28, 33): without such a paper
 * nobody stands in for an adult.
 */
export function guardianPapersFor(
  ward: { born: Day | null },
  relation: GuardianRelation,
  today: Day,
): readonly GuardianPaper[] {
  if (!isMinor(ward.born, today)) return papersOfAdults;
  return relation === 'other' || relation === 'other-relative' ? papersOfOthers : papersOfFamily;
}

/**
 * What speaks against entering a guardian: not an adult; relation and paper that do not justify it; a day ahead or before the ward's birth, of
 * an adult ward also before they were one. Null: nothing.
 */
export function findGuardianProblem(call: {
  ward: { born: Day | null };
  guardian: { born: Day | null };
  relation: GuardianRelation;
  paper: GuardianPaper;
  since: Day;
  today: Day;
}): 'guardian-unfit' | 'guardian-not-justified' | 'event-day-wrong' | null {
  const { ward, guardian, relation, paper, since, today } = call;
  if (!isOfAge(guardian.born, today)) return 'guardian-unfit';
  if (since > today || (ward.born !== null && since < ward.born)) return 'event-day-wrong';
  const isJustified =
    guardianRelationsFor(ward, today).includes(relation) && guardianPapersFor(ward, relation, today).includes(paper);
  if (!isJustified) return 'guardian-not-justified';
  return isMinor(ward.born, since) && !isMinor(ward.born, today) ? 'event-day-wrong' : null;
}
