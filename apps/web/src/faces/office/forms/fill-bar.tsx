import { useTranslation } from 'react-i18next';
import styles from './forms.module.css';

/** From this share on a form is well filled (the bar of the ledgers). */
const wellFilled = 85;

/** Filled cells of all cells, 0–100 with one decimal; null where there are none. */
export function fillPercent({ cells, filled }: { readonly cells: number; readonly filled: number }): number | null {
  return cells === 0 ? null : Math.round((filled / cells) * 1000) / 10;
}

/** How full something is: a bar and its number. */
export function FillBar({ percent }: { readonly percent: number | null }) {
  const { t } = useTranslation(['forms', 'common']);
  if (percent === null) return <span className={styles.soft}>{t('forms:noRows')}</span>;
  return (
    <span className={styles.fill}>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.bar} data-low={percent < wellFilled} style={{ inlineSize: `${percent}%` }} />
      </span>
      <span>{`${percent}%`}</span>
    </span>
  );
}
