import type { StageView } from '@linli/contract';

/**
 * The steps a reporter is shown: those gone, the one it stands at, and the next. What was passed by is left out, and what
 * lies further ahead too, since many of those ways will never be taken; `more` says that there are some.
 */
export function toldStages(stages: readonly StageView[]): { steps: StageView[]; more: boolean } {
  const gone = stages.filter(({ state }) => state === 'done' || state === 'current');
  const ahead = stages.filter(({ state }) => state === 'ahead');
  return { steps: [...gone, ...ahead.slice(0, 1)], more: ahead.length > 1 };
}
