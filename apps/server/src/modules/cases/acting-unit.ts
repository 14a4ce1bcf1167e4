import { type Actor, type CaseFold, mayInUnit } from '@linli/domain';

/**
 * For which unit a person acts on a case: of a task force the unit that leads it, else one that still owes its part; where none of
 * theirs belongs to it, the unit of the post nearest to the place (`nearest`).
 */
export function actingUnit(actor: Actor, fold: Pick<CaseFold, 'parts'>, nearest: string | null): string | null {
  if (fold.parts.length === 0) return nearest;
  const mine = fold.parts.filter((part) => mayInUnit(actor, 'cases:handle', part.unitId));
  const part = mine.find((p) => p.lead) ?? mine.find((p) => p.finishedAt === null) ?? mine[0];
  return part?.unitId ?? nearest;
}
