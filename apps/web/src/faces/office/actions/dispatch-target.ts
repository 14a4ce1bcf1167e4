import type { OutputOf, suggestTargets } from '@linli/contract';

export type SuggestedTarget = OutputOf<typeof suggestTargets>['targets'][number];
export type DispatchTo =
  | { kind: 'unit'; unitId: string }
  | { kind: 'post'; postId: string }
  | { kind: 'pool'; unitKind: string }
  | { kind: 'rule' };

/** What tells two suggestions apart. */
export function keyOfTarget(target: SuggestedTarget): string {
  return `${target.kind} ${target.postId ?? target.unitId ?? target.unitKind ?? ''}`;
}

/** The desk itself is where the case already is. */
export function isSendable(target: SuggestedTarget): boolean {
  return target.kind !== 'desk';
}

/** A suggestion as the dispatch takes it; without one the rules decide. */
export function dispatchTo(target: SuggestedTarget | undefined): DispatchTo {
  if (target?.kind === 'unit' && target.unitId !== null) return { kind: 'unit', unitId: target.unitId };
  if (target?.kind === 'post' && target.postId !== null) return { kind: 'post', postId: target.postId };
  if (target?.kind === 'pool' && target.unitKind !== null) return { kind: 'pool', unitKind: target.unitKind };
  return { kind: 'rule' };
}
