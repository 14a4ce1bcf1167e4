import type { CaseAction } from './case-action.ts';
import type { CaseFold, PendingRequest } from './case-fold.ts';
import { isOpen } from './loop.ts';

type ActionOf<K extends CaseAction['kind']> = Extract<CaseAction, { kind: K }>;

/** What somebody asks a second person to decide. */
export function asked(
  action: ActionOf<'ask-extension' | 'ask-suspension' | 'ask-void' | 'ask-exclusion'>,
): PendingRequest {
  const base = { askedBy: action.actorId, askedAt: action.at, reason: action.data.reason };
  switch (action.kind) {
    case 'ask-extension':
      return action.data.amount === undefined
        ? { ...base, kind: 'extension' }
        : { ...base, kind: 'extension', amount: action.data.amount };
    case 'ask-suspension':
      return { ...base, kind: 'suspension' };
    case 'ask-exclusion':
      return { ...base, kind: 'exclusion', ground: action.data.ground };
    default:
      return { ...base, kind: 'void' };
  }
}

/** The case after its pending request was granted. */
export function granted(fold: CaseFold, action: ActionOf<'grant'>): Partial<CaseFold> {
  switch (fold.pending?.kind) {
    case 'extension':
      return { pending: null, extensionCount: fold.extensionCount + 1 };
    case 'suspension':
      return {
        pending: null,
        state: 'suspended',
        suspendedAt: action.at,
        suspensionApprovedBy: action.actorId,
      };
    case 'void':
      return { pending: null, state: 'void', suspendedAt: null };
    case 'exclusion':
      return { pending: null, excluded: fold.pending.ground ?? null };
    default:
      return {};
  }
}

/**
 * A request to wait or to have longer dies with the work it was for; one to void lives as long as the case is open; one to leave
 * the case out of figures until it is decided.
 */
export function stillPending(fold: CaseFold): PendingRequest | null {
  if (fold.pending?.kind === 'exclusion') return fold.pending;
  if (fold.pending === null || !isOpen(fold.state)) return null;
  return fold.pending.kind === 'void' || fold.state === 'in-hand' ? fold.pending : null;
}
