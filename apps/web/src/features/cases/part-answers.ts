import type { CaseDetail } from '@linli/contract';
import { type CaseStage, type LocalText, type PartAnswer, partAnswers } from '@linli/domain';

export type PartAnswerName = { readonly key: PartAnswer; readonly label: LocalText | null };

/** What is read of a case: the answers its stages name, and where it stands. */
type Asking = Pick<CaseDetail, 'stage'> & {
  readonly type: {
    readonly stages: readonly {
      readonly key: string;
      readonly parts?: Pick<NonNullable<CaseStage['parts']>, 'answers'> | undefined;
    }[];
  };
};

/** The answers a unit is offered where the case stands; without a name of the stage's own they go by the common one. */
export function offeredAnswers({ type, stage }: Asking): readonly PartAnswerName[] {
  const here = type.stages.find(({ key }) => key === stage?.key);
  return here?.parts?.answers ?? partAnswers.map((key) => ({ key, label: null }));
}

/** What an answer given is called: by the stage that asks for it, also once it is over. */
export function answerName({ type, stage }: Asking, answer: PartAnswer): LocalText | null {
  const asking = type.stages.filter(({ parts }) => parts?.answers !== undefined);
  const here = asking.find(({ key }) => key === stage?.key) ?? asking[0];
  return here?.parts?.answers?.find(({ key }) => key === answer)?.label ?? null;
}
