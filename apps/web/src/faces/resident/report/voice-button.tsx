import { Mic, Square } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../text/init-text.ts';
import { Button } from '../../../ui/button.tsx';
import { findSpeechRecognition, type Recognition } from './speech-recognition.ts';

/** Speaking instead of writing, where the phone can; nothing where it cannot. What was heard is added as words. */
export function VoiceButton({ onWords }: { readonly onWords: (words: string) => void }) {
  const { t, i18n } = useTranslation('resident');
  const recognition = useRef<Recognition | null>(null);
  const [state, setState] = useState<'idle' | 'listening' | 'failed'>('idle');
  const Speech = findSpeechRecognition();

  useEffect(() => () => recognition.current?.abort(), []);
  if (Speech === undefined) return null;

  function listen(): void {
    if (Speech === undefined) return;
    const heard = new Speech();
    heard.lang = currentLanguage(i18n);
    heard.interimResults = false;
    heard.onresult = ({ results }) => onWords([...results].map((each) => each[0]?.transcript ?? '').join(''));
    heard.onerror = () => setState('failed');
    heard.onend = () => setState((before) => (before === 'failed' ? before : 'idle'));
    recognition.current = heard;
    setState('listening');
    heard.start();
  }

  return (
    <>
      {state === 'listening' ? (
        <Button icon={<Square aria-hidden="true" />} onClick={() => recognition.current?.stop()}>
          {t('voice.stop')}
        </Button>
      ) : (
        <Button icon={<Mic aria-hidden="true" />} onClick={listen}>
          {t('voice.start')}
        </Button>
      )}
      {state === 'failed' ? <p role="status">{t('voice.failed')}</p> : null}
    </>
  );
}
