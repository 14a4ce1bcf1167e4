import type { CaseTypeDefinition, LocalText } from '@linli/domain';

/** The stage and the way out that a step of the story names, for reading; those the type does not know are left out. */
export function stageNames(
  type: Pick<CaseTypeDefinition, 'stages'>,
  step: { readonly stage?: unknown; readonly outcome?: unknown },
): LocalText[] {
  const stage = type.stages.find(({ key }) => key === step.stage);
  const outcome = stage?.outcomes.find(({ key }) => key === step.outcome);
  return [stage?.name, outcome?.label].filter((each) => each !== undefined);
}
