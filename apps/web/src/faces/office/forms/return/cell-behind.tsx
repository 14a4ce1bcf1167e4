import type { OutputOf, openCell } from '@linli/contract';
import { useTranslation } from 'react-i18next';
import styles from '../forms.module.css';

export type CellBehindProps = { readonly behind: NonNullable<OutputOf<typeof openCell>['behind']> };

/** The subjects a figure counted; their names where the reader keeps the register. */
export function CellBehind({ behind }: CellBehindProps) {
  const { t } = useTranslation('forms');
  const more = (behind.count ?? 0) - behind.rows.length;
  const counted = behind.count === null ? [] : [t('cell.behind', { count: behind.count })];
  const summed = behind.sum === null ? [] : [t('cell.sum', { sum: behind.sum })];
  return (
    <>
      <p>{[...counted, ...summed].join(' · ')}</p>
      <ul>
        {behind.rows.map((row) => (
          <li key={row.subjectId}>
            {row.name}
            {row.value === null ? '' : ` · ${row.value}`}
          </li>
        ))}
      </ul>
      {behind.rows.length > 0 && more > 0 ? <p className={styles.soft}>{t('cell.more', { count: more })}</p> : null}
      {behind.rows.length === 0 && behind.count !== 0 ? <p className={styles.soft}>{t('cell.countOnly')}</p> : null}
    </>
  );
}
