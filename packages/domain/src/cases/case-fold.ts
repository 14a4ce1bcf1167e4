import type { CaseTarget } from './case-action.ts';
import type { CaseResult } from './case-results.ts';
import type { CaseState } from './case-state.ts';
import type { CaseClocks } from './clocks.ts';

export type PendingRequest = {
  readonly kind: 'extension' | 'suspension' | 'void';
  readonly askedBy: string | null;
  readonly askedAt: Date;
  readonly reason: string;
  /** Extension only: how much more was asked, in the unit of the handling deadline. */
  readonly amount?: number;
};

/** One unit's share of a task force. */
export type CasePart = { readonly unitId: string; readonly lead: boolean; readonly finishedAt: Date | null };

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
  readonly result: CaseResult | null;
  /** Reported and handled by the same worker in one go. */
  readonly handledOnTheSpot: boolean;
  readonly reportedAt: Date;
  readonly handledAt: Date | null;
  readonly closedAt: Date | null;
  readonly lastAt: Date;
  readonly clocks: CaseClocks;
};
