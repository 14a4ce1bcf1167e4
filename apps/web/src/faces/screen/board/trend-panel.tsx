import type { getScreen, OutputOf } from '@linli/contract';
import { useTranslation } from 'react-i18next';
import { officeRowsPath } from '../../../features/cases/case-filter-search.ts';
import { dayWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { RowsLink } from '../rows-link.tsx';
import { ScreenPanel } from '../screen-frame.tsx';
import { dayStart } from './day-start.ts';
import styles from './trend-panel.module.css';
import { trendPath } from './trend-path.ts';

type Trend = OutputOf<typeof getScreen>['trend'];
/** The number of the highest day stands above the lines. */
const HEADROOM = 1.3;

/** Thirty days of what came in and what was closed; each day opens to what was reported on it. */
export function TrendPanel({ trend, areaId }: { readonly trend: Trend; readonly areaId: string }) {
  const { t } = useTranslation('screen');
  const { t: words } = useTranslation('ui');
  const now = useNow();
  const most = Math.max(1, ...trend.flatMap(({ reported, closed }) => [reported, closed]));
  const label = t('trend.label');
  return (
    <ScreenPanel
      title={t('panel.trend')}
      note={
        <>
          <span className={styles.reported}>{t('trend.reported')}</span>{' '}
          <span className={styles.closed}>{t('trend.closed')}</span>
        </>
      }
    >
      <div className={styles.trend}>
        <span className={styles.most}>{most}</span>
        <div className={styles.plot}>
          <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={label}>
            <path
              className={styles.reportedLine}
              d={trendPath(
                trend.map((day) => day.reported),
                most * HEADROOM,
              )}
            />
            <path
              className={styles.closedLine}
              d={trendPath(
                trend.map((day) => day.closed),
                most * HEADROOM,
              )}
            />
          </svg>
          <ol className={styles.days}>
            {trend.map(({ day, reported, closed }) => (
              <li key={day}>
                <RowsLink
                  href={officeRowsPath({ areaId, reportedFrom: dayStart(day), reportedUntil: dayStart(day, 1) })}
                >
                  <span className="visually-hidden">
                    {t('trend.day', { day: dayWords(day, now, words), reported, closed })}
                  </span>
                </RowsLink>
              </li>
            ))}
          </ol>
        </div>
        <p className={styles.ends}>
          <span>{dayWords(trend[0]?.day ?? now, now, words)}</span>
          <span>{t('trend.today')}</span>
        </p>
      </div>
    </ScreenPanel>
  );
}
