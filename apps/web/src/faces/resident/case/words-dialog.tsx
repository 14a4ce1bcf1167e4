import type { CaseDetail } from '@linli/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { PhotoPicker } from '../../../ui/photo-picker.tsx';
import type { PreparedPhoto } from '../../../ui/shrink-photo.ts';
import { TextArea } from '../../../ui/text-area.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { CallProblem } from '../parts/call-problem.tsx';
import parts from '../parts/parts.module.css';
import { VoiceButton } from '../report/voice-button.tsx';
import { useSayOnCase, type WordsAction } from './use-say-on-case.ts';

export type WordsDialogProps = {
  readonly action: WordsAction;
  readonly detail: Pick<CaseDetail, 'id'>;
  readonly onClose: () => void;
};

// One press instead of writing, for what is said most often.
const QUICK = {
  note: ['correct', 'withdraw'],
  reopen: ['same', 'again'],
  object: [],
  'check-fail': ['same', 'again'],
} as const satisfies Record<WordsAction, readonly string[]>;

/** Asks for the words of an action, offers the usual ones, and sends them. */
export function WordsDialog({ action, detail, onClose }: WordsDialogProps) {
  const { t } = useTranslation(['resident', 'common']);
  const toast = useToast();
  const [words, setWords] = useState('');
  const [photos, setPhotos] = useState<readonly PreparedPhoto[]>([]);
  const [isTold, setIsTold] = useState(false);
  const say = useSayOnCase(action, detail.id);

  function send(): void {
    if (words.trim() === '') {
      setIsTold(true);
      return;
    }
    void say.send(words.trim(), photos).then((isSent) => {
      if (!isSent) return;
      toast({ words: t(`resident:say.${action}.done`), tone: 'good' });
      onClose();
    });
  }

  return (
    <Dialog
      open
      title={t(`resident:say.${action}.title`)}
      onClose={onClose}
      actions={
        <Button kind="primary" size="large" wide busy={say.isPending} onClick={send}>
          {t('common:action.send')}
        </Button>
      }
    >
      <div className={parts.stack}>
        <p>{t(`resident:say.${action}.body`)}</p>
        {QUICK[action].length === 0 ? null : (
          <div className={parts.actions}>
            {QUICK[action].map((quick) => (
              <Button key={quick} onClick={() => setWords(t(`resident:say.quick.${quick}`))}>
                {t(`resident:say.quickLabel.${quick}`)}
              </Button>
            ))}
          </div>
        )}
        <TextArea
          required
          data-autofocus
          label={t(`resident:say.${action}.label`)}
          error={isTold && words.trim() === '' ? t('resident:say.empty') : undefined}
          value={words}
          maxLength={2000}
          onChange={setWords}
        />
        <VoiceButton onWords={(heard) => setWords((before) => before + heard)} />
        {action === 'object' ? null : (
          <PhotoPicker label={t('resident:say.photos')} photos={photos} max={3} onChange={setPhotos} />
        )}
        <CallProblem error={say.error} />
      </div>
    </Dialog>
  );
}
