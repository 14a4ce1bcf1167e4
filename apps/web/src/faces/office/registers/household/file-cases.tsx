import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dayWords } from '../../../../ui/time-words.ts';
import { useNow } from '../../../../ui/use-now.ts';
import styles from './household.module.css';
import type { HouseholdFile } from './household-file.ts';

/** Cases at this address, the reader's to see. Nothing where there is none. */
export function FileCases({ cases }: { readonly cases: HouseholdFile['cases'] }) {
  const { t } = useTranslation('registers');
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  if (cases.length === 0) return null;
  return (
    <section>
      <h2>{t('household.cases')}</h2>
      <ul className={styles.cases}>
        {cases.map((row) => (
          <li key={row.id}>
            <Link to="/cases/$caseId" params={{ caseId: row.id }}>
              {row.number}
            </Link>
            <span>{row.typeName}</span>
            <span className={styles.soft}>
              {`${t(row.open ? 'household.caseOpen' : 'household.caseClosed')} · ${dayWords(row.reportedAt, now, ui)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
