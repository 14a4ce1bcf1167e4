import { useTranslation } from 'react-i18next';
import { useUndoMerge } from '../../../../features/registers/undo-merge.ts';
import { ActionForm } from '../../actions/action-form.tsx';
import { WordsItem } from '../../actions/words-item.tsx';

/** Parts again what was joined by mistake. */
export function UndoForm({ mergeId, onClose }: { readonly mergeId: string; readonly onClose: () => void }) {
  const { t } = useTranslation('registers');
  const { mutateAsync } = useUndoMerge();
  return (
    <ActionForm<{ reason: string }>
      title={t('same.undoTitle')}
      explains={t('same.undoExplains')}
      submitLabel={t('same.undo')}
      doneWords={t('same.undoDone')}
      onSubmit={({ reason }) => mutateAsync({ mergeId, reason })}
      onClose={onClose}
    >
      <WordsItem name="reason" required min={2} max={200} label={t('same.reason')} />
    </ActionForm>
  );
}
