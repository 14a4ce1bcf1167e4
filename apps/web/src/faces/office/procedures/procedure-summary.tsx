import type { getProcedureFigures, OutputOf } from '@linli/contract';
import { useTranslation } from 'react-i18next';
import styles from './procedures-page.module.css';
import { RowsLink } from './rows-link.tsx';
import { shareWords } from './share-words.ts';

type Figures = OutputOf<typeof getProcedureFigures>;

/** The figures of the whole procedure: what is open now, what ended in the period and how well. */
export function ProcedureSummary({ figures }: { readonly figures: Figures }) {
  const { t } = useTranslation(['procedures', 'common']);
  const shares = [
    ['firstRound', figures.firstRound],
    ['promiseKept', figures.promiseKept],
  ] as const;
  return (
    <dl className={styles.summary}>
      <div>
        <dt>{t('procedures:openNow')}</dt>
        <dd>
          <RowsLink {...figures.open} />
        </dd>
      </div>
      <div>
        <dt>{t('procedures:endedInPeriod')}</dt>
        <dd>
          <RowsLink {...figures.ended} />
        </dd>
      </div>
      {shares.map(([key, { ratio, rows }]) => (
        <div key={key}>
          <dt>{t(`procedures:${key}`)}</dt>
          <dd>
            <RowsLink rows={rows} count={ratio.numerator}>
              {shareWords(ratio) ?? t('common:nothing')}
            </RowsLink>
            <small>{t('procedures:of', { numerator: ratio.numerator, denominator: ratio.denominator })}</small>
          </dd>
        </div>
      ))}
      <div>
        <dt>{t('procedures:medianDays')}</dt>
        <dd>{figures.medianDays?.toFixed(1) ?? t('common:nothing')}</dd>
      </div>
    </dl>
  );
}
