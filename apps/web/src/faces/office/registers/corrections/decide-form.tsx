import { useTranslation } from 'react-i18next';
import { useDecideCorrection } from '../../../../features/registers/decide-correction.ts';
import { useFieldWords } from '../../../../features/registers/use-field-words.ts';
import { ActionForm } from '../../actions/action-form.tsx';
import { WordsItem } from '../../actions/words-item.tsx';
import type { CorrectionRow } from './correction-row.ts';

export type DecideFormProps = { readonly row: CorrectionRow; readonly accept: boolean; readonly onClose: () => void };

/** The answer to a correction, with words for who asked. */
export function DecideForm({ row, accept, onClose }: DecideFormProps) {
  const { t } = useTranslation('registers');
  const words = useFieldWords();
  const { mutateAsync } = useDecideCorrection();
  const { noun } = row.subject;
  const field = words.label(noun, row.field);
  const value = words.value(noun, row.field, row.value);
  const owner = words.owner(row.owner);
  // What another body keeps is not decided here: its answer is entered.
  const own = row.answerOf !== 'relayed';
  const title = own
    ? t(accept ? 'corrections.acceptTitle' : 'corrections.refuseTitle', { field })
    : t(accept ? 'corrections.recordTitle' : 'corrections.recordNotTitle', { field, owner });
  const explains = own
    ? t(accept ? 'corrections.acceptExplains' : 'corrections.refuseExplains', { value })
    : t(accept ? 'corrections.recordExplains' : 'corrections.recordNotExplains', { value, owner });
  return (
    <ActionForm<{ words: string }>
      title={title}
      explains={explains}
      submitLabel={t(decideKey(own, accept))}
      doneWords={own ? t(accept ? 'corrections.accepted' : 'corrections.refused') : t('corrections.recorded')}
      danger={!accept}
      onSubmit={(values) => mutateAsync({ correctionId: row.id, accept, words: values.words })}
      onClose={onClose}
    >
      <WordsItem
        name="words"
        required
        min={2}
        max={200}
        label={own ? t('corrections.words') : t('corrections.recordWords', { owner })}
      />
    </ActionForm>
  );
}

/** What the button says: a decision of one's own, or another body's answer. */
export function decideKey(own: boolean, accept: boolean) {
  if (own) return accept ? 'corrections.accept' : 'corrections.refuse';
  return accept ? 'corrections.record' : 'corrections.recordNot';
}
