import { useTranslation } from 'react-i18next';
import { useDecideRequest } from '../../../features/cases/decide-request.ts';
import { ActionForm } from './action-form.tsx';
import type { CaseActionProps } from './case-action-props.ts';
import { WordsItem } from './words-item.tsx';

type DecideProps = CaseActionProps & { readonly decision: 'grant' | 'refuse' };

/** Grants or refuses the waiting extension, suspension or void; a refusal says why. */
export function DecideAction({ detail, decision, onClose }: DecideProps) {
  const { t } = useTranslation('office');
  const { mutateAsync } = useDecideRequest();
  const asked = t(`pending.${detail.pending ?? 'extension'}`);
  const grant = decision === 'grant';
  return (
    <ActionForm<{ words?: string }>
      title={t(`act.${decision}.title`, { number: detail.number, asked })}
      explains={t(`act.${decision}.explains`, { asked })}
      submitLabel={t(`act.${decision}.submit`)}
      doneWords={t(`act.${decision}.done`, { asked })}
      danger={!grant}
      onSubmit={({ words }) => mutateAsync({ caseId: detail.id, seq: detail.seq, grant, words: words ?? '' })}
      onClose={onClose}
    >
      <WordsItem name="words" required={!grant} label={t(`act.${decision}.words`)} />
    </ActionForm>
  );
}
