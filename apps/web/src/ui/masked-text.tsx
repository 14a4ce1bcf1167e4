import { KeyRound } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import styles from './masked-text.module.css';
import { TextField } from './text-field.tsx';

export type MaskedTextProps = {
  /** As the server masked it: `张*`, `138****1234`. */
  readonly masked: string;
  /** Asks the server with a reason and answers the full words; rejects when refused. None: no key is shown. */
  readonly onReveal?: ((reason: string) => Promise<string>) | undefined;
};

type Step = 'masked' | 'asking' | 'waiting' | 'failed';

/** A masked name or number with a small key. The full words stay on this page only, until it is left. */
export function MaskedText({ masked, onReveal }: MaskedTextProps) {
  const { t } = useTranslation(['ui', 'common']);
  const formId = useId();
  const [step, setStep] = useState<Step>('masked');
  const [reason, setReason] = useState('');
  const [full, setFull] = useState<string | null>(null);

  async function reveal(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (onReveal === undefined || reason.trim() === '') return;
    setStep('waiting');
    try {
      setFull(await onReveal(reason.trim()));
      setStep('masked');
    } catch {
      setStep('failed');
    }
  }

  if (full !== null) return <span>{full}</span>;
  return (
    <span className={styles.masked}>
      {masked}
      {onReveal === undefined ? null : (
        <button type="button" className={styles.key} aria-label={t('ui:masked.show')} onClick={() => setStep('asking')}>
          <KeyRound aria-hidden="true" />
        </button>
      )}
      <Dialog
        open={step !== 'masked'}
        title={t('ui:masked.ask')}
        onClose={() => setStep('masked')}
        actions={
          <>
            <Button onClick={() => setStep('masked')}>{t('common:action.cancel')}</Button>
            <Button type="submit" form={formId} kind="primary" busy={step === 'waiting'}>
              {t('ui:masked.reveal')}
            </Button>
          </>
        }
      >
        <form id={formId} onSubmit={(event) => void reveal(event)}>
          <TextField
            label={t('ui:masked.reason')}
            hint={t('ui:masked.askHint')}
            error={step === 'failed' ? t('ui:masked.failed') : undefined}
            required
            data-autofocus
            value={reason}
            onChange={setReason}
          />
        </form>
      </Dialog>
    </span>
  );
}
