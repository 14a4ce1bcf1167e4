import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRateCase } from '../../../features/cases/rate-case.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { type Rating, RatingInput } from '../../../ui/rating-input.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { CallProblem } from '../parts/call-problem.tsx';
import parts from '../parts/parts.module.css';

export type RateDialogProps = { readonly caseId: string; readonly open: boolean; readonly onClose: () => void };

/** One to five stars, with words if one likes. */
export function RateDialog({ caseId, open, onClose }: RateDialogProps) {
  const { t } = useTranslation(['resident', 'cases', 'common']);
  const toast = useToast();
  const rate = useRateCase();
  const [rating, setRating] = useState<Rating>();
  const [words, setWords] = useState('');
  const [isTold, setIsTold] = useState(false);

  function send(): void {
    if (rating === undefined) {
      setIsTold(true);
      return;
    }
    rate.mutate(
      { caseId, rating, words },
      {
        onSuccess: () => {
          toast({ words: t('resident:rate.done'), tone: 'good' });
          onClose();
        },
      },
    );
  }

  return (
    <Dialog
      open={open}
      title={t('cases:action.rate')}
      onClose={onClose}
      actions={
        <Button kind="primary" size="large" wide busy={rate.isPending} onClick={send}>
          {t('common:action.send')}
        </Button>
      }
    >
      <div className={parts.stack}>
        <RatingInput
          value={rating}
          onChange={setRating}
          error={isTold && rating === undefined ? t('resident:rate.choose') : undefined}
        />
        <TextArea label={t('resident:rate.words')} value={words} maxLength={2000} onChange={setWords} />
        <CallProblem error={rate.error} />
      </div>
    </Dialog>
  );
}
