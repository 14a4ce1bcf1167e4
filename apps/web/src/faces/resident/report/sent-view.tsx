import { Link } from '@tanstack/react-router';
import { CircleCheckBig } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { dueWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { WordsDialog } from '../case/words-dialog.tsx';
import { useSession } from '../session/use-session.ts';
import styles from './report.module.css';
import type { SentReport } from './send-report.ts';

export type SentViewProps = { readonly sent: SentReport | 'arrived-before'; readonly onAgain: () => void };

/** It has arrived: the promise, the number, who has it; and for ten minutes the offer to put right what was wrong. */
export function SentView({ sent, onAgain }: SentViewProps) {
  const { t } = useTranslation(['resident', 'cases']);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles.sent}>
      <CircleCheckBig aria-hidden="true" className={styles.tick} />
      <h1 ref={heading} tabIndex={-1}>
        {t('resident:sent.title')}
      </h1>
      {sent === 'arrived-before' ? (
        <>
          <p>{t('resident:sent.before')}</p>
          <Link to="/mine" className={buttonClass({ kind: 'primary', size: 'large', wide: true })}>
            {t('resident:home.mine')}
          </Link>
        </>
      ) : (
        <Promised sent={sent} />
      )}
      <Button wide onClick={onAgain}>
        {t('resident:sent.again')}
      </Button>
    </div>
  );
}

function Promised({ sent }: { readonly sent: SentReport }) {
  const { t } = useTranslation(['resident', 'cases', 'ui']);
  const { t: uiText } = useTranslation('ui');
  const now = useNow();
  const { isSignedIn } = useSession();
  const [isMending, setIsMending] = useState(false);
  return (
    <>
      <div className={styles.promise}>
        <p>
          {sent.promisedAt === null
            ? t('resident:sent.noPromise')
            : t('ui:due.by', { when: dueWords(sent.promisedAt, now, uiText) })}
        </p>
        <p>
          {sent.holder === null
            ? t('resident:sent.desk', { area: sent.areaName })
            : t('resident:sent.holder', { area: sent.areaName, who: sent.holder })}
        </p>
        <p>{t('cases:number', { number: sent.number })}</p>
      </div>
      {isSignedIn ? <p>{t('resident:sent.news')}</p> : <p>{t('resident:sent.keepNumber')}</p>}
      <Link
        to="/cases/$caseId"
        params={{ caseId: sent.caseId }}
        className={buttonClass({ kind: 'primary', size: 'large', wide: true })}
      >
        {t('resident:sent.open')}
      </Link>
      {isSignedIn ? (
        <Button wide onClick={() => setIsMending(true)}>
          {t('resident:sent.mend')}
        </Button>
      ) : null}
      {isMending ? (
        <WordsDialog action="note" detail={{ id: sent.caseId }} onClose={() => setIsMending(false)} />
      ) : null}
    </>
  );
}
