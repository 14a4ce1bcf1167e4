import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRevealField } from '../../../../features/registers/reveal-field.ts';
import { ActionForm } from '../../actions/action-form.tsx';
import { WordsItem } from '../../actions/words-item.tsx';

export type RevealFieldProps = {
  readonly subjectId: string;
  readonly field: string;
  readonly label: string;
  readonly onShown: (value: string) => void;
  readonly onClose: () => void;
};

/** Asks why, shows the full value on this page only, and says how many looks are left today. */
export function RevealField({ subjectId, field, label, onShown, onClose }: RevealFieldProps) {
  const { t } = useTranslation(['registers', 'ui']);
  const { notification } = App.useApp();
  const { mutateAsync } = useRevealField();

  async function submit({ reason }: { reason: string }): Promise<void> {
    const { value, left } = await mutateAsync({ subjectId, field, reason });
    onShown(value);
    notification.info({ title: t('registers:field.left', { count: left }), duration: 4 });
  }

  return (
    <ActionForm<{ reason: string }>
      title={t('registers:field.revealTitle', { label })}
      explains={t('registers:field.revealExplains')}
      submitLabel={t('ui:masked.reveal')}
      doneWords={t('registers:field.revealed')}
      onSubmit={submit}
      onClose={onClose}
    >
      <WordsItem name="reason" required min={4} max={200} label={t('ui:masked.reason')} />
    </ActionForm>
  );
}
