import type { CaseTarget, ExclusionGround } from './case-action.ts';
import type { CasePart } from './case-parts.ts';
import type { CaseResult } from './case-results.ts';
import type { CaseState } from './case-state.ts';
import type { CaseClocks } from './clocks.ts';
import type { FormValues } from './form-problems.ts';

export type PendingRequest = {
  readonly kind: 'extension' | 'suspension' | 'void' | 'exclusion';
  readonly askedBy: string | null;
  readonly askedAt: Date;
  readonly reason: string;
  /** Extension only: how much more was asked, in the unit of the handling deadline. */
  readonly amount?: number;
  /** Exclusion only. */
  readonly ground?: ExclusionGround;
};

/** What one party said to the paper put before it. */
export type CaseSignature = { readonly accountId: string; readonly agrees: boolean; readonly at: Date };

/** A case as its actions tell it. */
export type CaseFold = {
  readonly state: CaseState;
  /** 1, and one more at each reopening. */
  readonly round: number;
  readonly reworkCount: number;
  readonly returnCount: number;
  readonly extensionCount: number;
  readonly target: CaseTarget | null;
  /** The dispatcher has ruled: no return. */
  readonly ruling: boolean;
  readonly returnUntil: Date | null;
  /** Who has it in hand now; null before it was taken. */
  readonly handlerId: string | null;
  /** Everyone who took, handled or finished a part, in any round: none of them may check. */
  readonly handlerIds: readonly string[];
  readonly reporterIds: readonly string[];
  /** Of those the other parties of a paper: who came in by an invitation, or by a merge. */
  readonly invitedIds: readonly string[];
  /** Of those who answer for a unit the report named as reporting together: no further voices. */
  readonly namedIds: readonly string[];
  /** Of the staff who wrote the report down for somebody: follows the case, but is no party of it. */
  readonly staffReporterId: string | null;
  /** Asks in the name of its own unit or committee: there is nobody else to be called back. */
  readonly ownReporterId: string | null;
  readonly pending: PendingRequest | null;
  readonly mergedInto: string | null;
  readonly rating: number | null;
  readonly ratedAt: Date | null;
  readonly suspendedAt: Date | null;
  readonly suspensionApprovedBy: string | null;
  readonly supervised: boolean;
  readonly urgedCount: number;
  /** First contact with the reporter that reached him. */
  readonly contactedAt: Date | null;
  readonly declinedObjected: boolean;
  readonly ticked: readonly string[];
  readonly parts: readonly CasePart[];
  /** Where the procedure stands; null before it is taken, when it is handled, and for types without stages. */
  readonly stage: string | null;
  /** The stage it was handled from: a failed check goes back there. */
  readonly lastStage: string | null;
  readonly stageEnteredAt: Date | null;
  /** Who took each stage in this round. */
  readonly stageBy: Readonly<Record<string, readonly string[]>>;
  /** The last form of each stage in this round. */
  readonly stageForms: Readonly<Record<string, FormValues>>;
  /** Who signed or refused at the stage the case stands at. */
  readonly signatures: readonly CaseSignature[];
  /** The closing form of the last handling without stages. */
  readonly closingForm: FormValues | null;
  /** The last way taken out of a stage. */
  readonly outcome: string | null;
  /** Last words meant for the reporter: of the handling, or of a way that publishes its answer. */
  readonly answer: string | null;
  readonly publishedAt: Date | null;
  /** By unit: how often it came late or not at all to a meeting of this round. */
  readonly absences: Readonly<Record<string, number>>;
  /** Left out of figures; the ground two people agreed on. */
  readonly excluded: ExclusionGround | null;
  readonly childIds: readonly string[];
  /** Callers who have been answered. */
  readonly answeredIds: readonly string[];
  /** The day it was given by name: kept when it is returned and sent elsewhere. */
  readonly handleBy: string | null;
  readonly result: CaseResult | null;
  /** Reported and handled by the same worker in one go. */
  readonly handledOnTheSpot: boolean;
  readonly reportedAt: Date;
  /** When it was last sent to somebody. */
  readonly dispatchedAt: Date | null;
  readonly handledAt: Date | null;
  readonly closedAt: Date | null;
  readonly lastAt: Date;
  readonly clocks: CaseClocks;
};
