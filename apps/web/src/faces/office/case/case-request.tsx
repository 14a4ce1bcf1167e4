import type { CaseDetail } from '@linli/contract';
import { useTranslation } from 'react-i18next';
import { instantWords, timeWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import styles from './case-panel.module.css';

const askedBy = { extension: 'ask-extension', suspension: 'ask-suspension', void: 'ask-void' } as const;

/** What waits for a decision: who asked, why, until when. The buttons stand in the head like all others. */
export function CaseRequest({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation('office');
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  if (detail.pending === null) return null;
  const kind = askedBy[detail.pending];
  const entry = detail.story.toSorted((a, b) => b.seq - a.seq).find((each) => each.kind === kind);
  const until = entry?.data.until;
  return (
    <section className={styles.request} style={{ marginBottom: 16 }} aria-label={t('case.request')}>
      <strong>{t('case.requestWaiting', { asked: t(`pending.${detail.pending}`) })}</strong>
      {entry === undefined ? null : (
        <>
          <p className={styles.words}>{entry.words}</p>
          <p className={styles.meta}>
            {t('case.requestBy', { by: entry.by, when: timeWords(entry.at, now, ui) })}
            {typeof until === 'string' ? ` · ${t('case.requestUntil', { when: instantWords(until, now, ui) })}` : ''}
          </p>
        </>
      )}
      {detail.can.includes('grant') ? null : <p className={styles.meta}>{t('case.requestNotMine')}</p>}
    </section>
  );
}
