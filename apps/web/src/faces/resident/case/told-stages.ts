import type { StageView } from '@linli/contract';
import type { CaseTypeDefinition } from '@linli/domain';

/**
 * The steps a reporter is shown: those gone, the one it stands at, and the next where only one can come. What was passed by is left
 * out, and what lies further ahead too, since many of those ways will never be taken; `more` says that there are some.
 */
export function toldStages(
  stages: readonly StageView[],
  type: Pick<CaseTypeDefinition, 'stages'>,
): { steps: StageView[]; more: boolean } {
  const gone = stages.filter(({ state }) => state === 'done' || state === 'current');
  const ahead = stages.filter(({ state }) => state === 'ahead');
  const next = ahead.filter(({ key }) => key === sureNext(stages, type));
  return { steps: [...gone, ...next], more: ahead.length > next.length };
}

/** The only step the one it stands at can lead to, itself and the end aside; before the first, the first. */
function sureNext(stages: readonly StageView[], type: Pick<CaseTypeDefinition, 'stages'>): string | undefined {
  const at = stages.find(({ state }) => state === 'current');
  if (at === undefined) return type.stages[0]?.key;
  const outcomes = type.stages.find(({ key }) => key === at.key)?.outcomes ?? [];
  const targets = new Set(outcomes.map(({ to }) => to).filter((to) => to !== at.key && to !== 'handled'));
  return targets.size === 1 ? [...targets][0] : undefined;
}
