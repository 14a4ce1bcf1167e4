import { useTranslation } from 'react-i18next';
import { useTellPartner } from '../../../features/partners/tell-partner.ts';
import { ActionForm } from '../actions/action-form.tsx';
import { WordsItem } from '../actions/words-item.tsx';

export type TellFormProps = {
  readonly caseId: string;
  readonly partner: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
};

/** Words for the other side of a shared case. */
export function TellForm({ caseId, partner, onClose }: TellFormProps) {
  const { t } = useTranslation('partners');
  const { mutateAsync } = useTellPartner();
  return (
    <ActionForm<{ words: string }>
      title={t('tell.title', { name: partner.name })}
      explains={t('tell.explains')}
      submitLabel={t('tell.submit')}
      doneWords={t('tell.done')}
      onSubmit={({ words }) => mutateAsync({ caseId, partnerId: partner.id, words })}
      onClose={onClose}
    >
      <WordsItem name="words" required max={1000} label={t('tell.words')} />
    </ActionForm>
  );
}
