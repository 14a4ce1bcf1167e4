import type { Catalogue } from './catalogue.ts';

/** Types of the group `hand` whose code begins so go up (the grid asks); the others go down (a department asks). */
export const upPrefix = 'hand-up';

/** Codes of raised hands, whatever their pack. */
export function handCodes(catalogue: Catalogue, which: 'both' | 'down'): string[] {
  return [...catalogue.types.values()].flatMap(({ definition: { group, code } }) =>
    group === 'hand' && (which === 'both' || !code.startsWith(upPrefix)) ? [code] : [],
  );
}
