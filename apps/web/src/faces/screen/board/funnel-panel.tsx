import type { getScreen, OutputOf } from '@linli/contract';
import { useTranslation } from 'react-i18next';
import { officeRowsPath } from '../../../features/cases/case-filter-search.ts';
import { RowsLink } from '../rows-link.tsx';
import { ScreenPanel } from '../screen-frame.tsx';
import styles from './funnel-panel.module.css';

type Funnel = OutputOf<typeof getScreen>['funnel'];

/** Today's six steps, each as long as it is many, with a mark where yesterday ended. */
export function FunnelPanel({ funnel, counting }: { readonly funnel: Funnel; readonly counting: boolean }) {
  const { t } = useTranslation(['screen', 'common']);
  const most = Math.max(1, ...funnel.flatMap(({ today, yesterday }) => [today, yesterday]));
  const share = (value: number) => (counting ? '0%' : `${(value / most) * 100}%`);
  const words = (value: number) => (counting ? t('common:nothing') : value);
  return (
    <ScreenPanel title={t('screen:panel.funnel')} note={t('screen:funnel.note')}>
      <ol className={styles.steps}>
        {funnel.map(({ step, today, yesterday, rows }) => (
          <li key={step}>
            <RowsLink href={officeRowsPath(rows)}>
              <span className={styles.name}>{t(`screen:step.${step}`)}</span>
              <span className={styles.bar} aria-hidden="true">
                <i style={{ width: share(today) }} />
                <b style={{ insetInlineStart: share(yesterday) }} />
              </span>
              <strong>{words(today)}</strong>
              <span className="visually-hidden">{t('screen:figure.yesterday', { value: words(yesterday) })}</span>
            </RowsLink>
          </li>
        ))}
      </ol>
    </ScreenPanel>
  );
}
