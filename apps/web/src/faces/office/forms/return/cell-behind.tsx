import type { OutputOf, openCell } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from '../forms.module.css';

export type CellBehindProps = {
  readonly behind: NonNullable<OutputOf<typeof openCell>['behind']>;
  /** How many come before the rows shown. */
  readonly from: number;
  readonly onFrom: (from: number) => void;
};

/** As the server hands them out. */
const pageRows = 100;

/** The subjects a figure counted, a page at a time; their names where the reader keeps the register. */
export function CellBehind({ behind, from, onFrom }: CellBehindProps) {
  const { t } = useTranslation('forms');
  const { rows } = behind;
  const count = behind.count ?? rows.length;
  const counted = behind.count === null ? [] : [t('cell.behind', { count })];
  const summed = behind.sum === null ? [] : [t('cell.sum', { sum: behind.sum })];
  return (
    <>
      <p>{[...counted, ...summed].join(' · ')}</p>
      <ul>
        {rows.map((row) => (
          <li key={row.subjectId}>
            <Link to="/registers/$subjectId" params={{ subjectId: row.subjectId }}>
              {row.name}
            </Link>
            {row.value === null ? '' : ` · ${row.value}`}
          </li>
        ))}
      </ul>
      {rows.length > 0 && count > pageRows ? (
        <div className={styles.row}>
          <span className={styles.soft}>
            {t('cell.shown', { first: from + 1, last: from + rows.length, all: count })}
          </span>
          <Button size="small" disabled={from === 0} onClick={() => onFrom(Math.max(0, from - pageRows))}>
            {t('pageBefore')}
          </Button>
          <Button size="small" disabled={from + rows.length >= count} onClick={() => onFrom(from + pageRows)}>
            {t('pageNext')}
          </Button>
        </div>
      ) : null}
      {rows.length === 0 && behind.count !== 0 ? <p className={styles.soft}>{t('cell.countOnly')}</p> : null}
    </>
  );
}
