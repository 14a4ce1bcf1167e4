import type { CaseDetail } from '@linli/contract';
import { useTranslation } from 'react-i18next';
import { timeWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { useLimitWords } from '../words/use-limit-words.ts';
import styles from './case-panel.module.css';
import { readStoryData } from './story-data.ts';

const askedBy = {
  extension: 'ask-extension',
  suspension: 'ask-suspension',
  void: 'ask-void',
  exclusion: 'ask-exclusion',
} as const;

/** What waits for a decision: who asked, why, until when. The buttons stand in the head like all others. */
export function CaseRequest({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation('office');
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  const limit = useLimitWords();
  if (detail.pending === null) return null;
  const kind = askedBy[detail.pending];
  const entry = detail.story.toSorted((a, b) => b.seq - a.seq).find((each) => each.kind === kind);
  const amount = entry === undefined ? undefined : readStoryData(entry.data).amount;
  const unit = detail.type.deadlines.handle?.unit;
  return (
    <section className={styles.request} style={{ marginBottom: 16 }} aria-label={t('case.request')}>
      <strong>{t('case.requestWaiting', { asked: t(`pending.${detail.pending}`) })}</strong>
      {entry === undefined ? null : (
        <>
          <p className={styles.words}>{entry.words}</p>
          <p className={styles.meta}>
            {t('case.requestBy', { by: entry.by, when: timeWords(entry.at, now, ui) })}
            {amount === undefined || unit === undefined
              ? ''
              : ` · ${t('case.requestMore', { limit: limit({ value: amount, unit }) })}`}
          </p>
        </>
      )}
      {detail.can.includes('grant') ? null : <p className={styles.meta}>{t('case.requestNotMine')}</p>}
    </section>
  );
}
