import type { getScreen, OutputOf } from '@linli/contract';
import { useTranslation } from 'react-i18next';
import { officeRowsPath } from '../../../features/cases/case-filter-search.ts';
import { Empty } from '../../../ui/state-views.tsx';
import { durationWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { RowsLink } from '../rows-link.tsx';
import { ScreenPanel } from '../screen-frame.tsx';
import styles from './overdue-panel.module.css';

type Overdue = OutputOf<typeof getScreen>['overdue'];

/** What is overdue, by who must act: how many, and how long the longest has waited. */
export function OverduePanel({ overdue }: { readonly overdue: Overdue }) {
  const { t } = useTranslation('screen');
  const { t: words } = useTranslation('ui');
  const now = useNow();
  return (
    <ScreenPanel title={t('panel.overdue')}>
      {overdue.length === 0 ? <Empty title={t('empty.overdueTitle')} body={t('empty.overdueBody')} /> : null}
      <ol className={styles.list}>
        {overdue.map(({ name, count, oldestDueAt, rows }) => (
          <li key={name}>
            <RowsLink href={officeRowsPath(rows)}>
              <span className={styles.name}>{name}</span>
              <strong>{t('overdue.count', { count })}</strong>
              <small>
                {t('overdue.longest', {
                  duration: durationWords(now.getTime() - new Date(oldestDueAt).getTime(), words),
                })}
              </small>
            </RowsLink>
          </li>
        ))}
      </ol>
    </ScreenPanel>
  );
}
