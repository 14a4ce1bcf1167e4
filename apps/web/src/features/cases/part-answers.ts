import type { CaseDetail } from '@linli/contract';
import { type LocalText, type PartAnswer, partAnswers } from '@linli/domain';

export type PartAnswerName = { readonly key: PartAnswer; readonly label: LocalText | null };

/** The answers a unit is offered where the case stands; without a name of the stage's own they go by the common one. */
export function offeredAnswers({ type, stage }: Pick<CaseDetail, 'type' | 'stage'>): readonly PartAnswerName[] {
  const here = type.stages.find(({ key }) => key === stage?.key);
  return here?.parts?.answers ?? partAnswers.map((key) => ({ key, label: null }));
}

/** What an answer given is called: by the stage that asks for it, also once it is over. */
export function answerName({ type, stage }: Pick<CaseDetail, 'type' | 'stage'>, answer: PartAnswer): LocalText | null {
  const asking = type.stages.filter(({ parts }) => parts?.answers !== undefined);
  const here = asking.find(({ key }) => key === stage?.key) ?? asking[0];
  return here?.parts?.answers?.find(({ key }) => key === answer)?.label ?? null;
}
