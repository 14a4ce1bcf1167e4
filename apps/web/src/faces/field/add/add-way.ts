import type { CaseTypeDefinition } from '@linli/domain';

export const addWays = ['report', 'self', 'hand'] as const;
export type AddWay = (typeof addWays)[number];

export function isAddWay(way: string): way is AddWay {
  return (addWays as readonly string[]).includes(way); // widen the literal tuple for includes
}

/** Which case types a way offers: raised hands are the types `hand-*`; on the spot only where the type allows it. */
export function isOfferedBy(way: AddWay, type: CaseTypeDefinition): boolean {
  const isHand = type.code.startsWith('hand-');
  if (way === 'hand') return isHand;
  return !isHand && (way === 'report' || type.selfHandle);
}
