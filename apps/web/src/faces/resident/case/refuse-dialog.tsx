import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { CallProblem } from '../parts/call-problem.tsx';
import parts from '../parts/parts.module.css';
import type { SignPaper } from './use-sign-paper.ts';

export type RefuseDialogProps = { readonly sign: SignPaper; readonly onClose: () => void };

/** What saying no means; why is not asked for. */
export function RefuseDialog({ sign, onClose }: RefuseDialogProps) {
  const { t } = useTranslation('resident');
  const [words, setWords] = useState('');
  return (
    <Dialog
      open
      title={t('signing.refuseTitle')}
      onClose={onClose}
      actions={
        <Button kind="primary" size="large" wide busy={sign.isBusy} onClick={() => void sign.refuse(words.trim())}>
          {t('signing.refuse')}
        </Button>
      }
    >
      <div className={parts.stack}>
        <p>{t('signing.refuseBody')}</p>
        <TextArea label={t('signing.why')} value={words} maxLength={2000} onChange={setWords} />
        <CallProblem error={sign.error} />
      </div>
    </Dialog>
  );
}
