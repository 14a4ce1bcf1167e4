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
  return (
    <ActionForm<{ words: string }>
      title={t(accept ? 'corrections.acceptTitle' : 'corrections.refuseTitle', { field: words.label(noun, row.field) })}
      explains={
        accept
          ? t('corrections.acceptExplains', { value: words.value(noun, row.field, row.value) })
          : t('corrections.refuseExplains')
      }
      submitLabel={t(accept ? 'corrections.accept' : 'corrections.refuse')}
      doneWords={t(accept ? 'corrections.accepted' : 'corrections.refused')}
      danger={!accept}
      onSubmit={(values) => mutateAsync({ correctionId: row.id, accept, words: values.words })}
      onClose={onClose}
    >
      <WordsItem name="words" required min={2} max={200} label={t('corrections.words')} />
    </ActionForm>
  );
}
