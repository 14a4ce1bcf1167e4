import type { GuardianRight } from '../store/guardian-rights.ts';
import type { SubjectRow } from '../subject-row.ts';

/** A link that hung on the one that went: moved on, or ended because it would have stood twice. */
export interface MovedLink {
  id: string;
  side: 'from' | 'to';
  ended: boolean;
}

/** An account that was linked to the one that went, as it was. `since` as the database writes it. */
export interface MovedAccount {
  id: string;
  role: 'self' | 'guardian';
  provedBy: string;
  since: string;
  guardianId: string | null;
  /** Linked to both: the kept one's own stayed. */
  both?: boolean;
}

/** Rows of these tables that went over, by id. */
export const movedTables = {
  reveals: 'subject_reveal',
  consents: 'consent',
  requests: 'rights_request',
  corrections: 'correction',
} as const;
export type MovedRows = Record<keyof typeof movedTables, string[]>;

/** What hung on the one that went: enough to hang it back. Kept as JSON in `subject_merge.moved`; what came later is missing in old ones. */
export interface Moved {
  goneState: SubjectRow['state'];
  goneUntil: string | null;
  links: MovedLink[];
  /** Sealed fields that came over, people in the household or home, tags. */
  secrets: string[];
  /** Only ids in old ones. */
  accounts: (string | MovedAccount)[];
  inHousehold: string[];
  inHome: string[];
  tags: number[];
  /** Facts the kept one had before: those that came over are taken back by their absence here. */
  keptFields: string[];
  rows?: MovedRows;
  /** Rights of accounts over wards of which the guardian was the one that went, and those that ended because nobody is their own guardian. */
  guards?: { subjectId: string; accountId: string }[];
  endedRights?: GuardianRight[];
  /** Restrictions that came over; values sealed on each side because of the other's. */
  restricted?: string[];
  sealedOnKept?: string[];
  sealedOnGone?: string[];
}
