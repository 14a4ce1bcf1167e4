import { useTranslation } from 'react-i18next';
import { instantWords } from '../../../../ui/time-words.ts';
import { useNow } from '../../../../ui/use-now.ts';
import styles from '../forms.module.css';
import type { ReturnData } from './return-table.tsx';

const acts = ['check', 'give', 'approve', 'send-back'] as const;
export type ReturnHistoryProps = { readonly steps: ReturnData['steps']; readonly pulledAt: string | null };

/** The way the return went. */
export function ReturnHistory({ steps, pulledAt }: ReturnHistoryProps) {
  const { t } = useTranslation('forms');
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  if (steps.length === 0) return null;
  return (
    <section className={styles.section} aria-label={t('return.history')}>
      <h2>{t('return.history')}</h2>
      <ol className={styles.steps}>
        {steps.map((step) => {
          const act = acts.find((each) => each === step.act);
          return (
            <li key={`${step.at}/${step.act}`}>
              <span className={styles.soft}>{instantWords(step.at, now, ui)}</span> {step.by} ·{' '}
              {act === undefined ? step.act : t(`step.${act}`)}
              {step.words === '' ? '' : ` · ${step.words}`}
            </li>
          );
        })}
        {pulledAt === null ? null : (
          <li>
            <span className={styles.soft}>{instantWords(pulledAt, now, ui)}</span> {t('return.pulled')}
          </li>
        )}
      </ol>
    </section>
  );
}
