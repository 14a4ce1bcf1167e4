import type { getScreen, OutputOf } from '@linli/contract';
import { useTranslation } from 'react-i18next';
import { officeRowsPath } from '../../../features/cases/case-filter-search.ts';
import { Empty } from '../../../ui/state-views.tsx';
import { RowsLink } from '../rows-link.tsx';
import { ScreenPanel } from '../screen-frame.tsx';
import { type RankingLine, rankingLines } from './ranking-lines.ts';
import styles from './ranking-panel.module.css';

type Ranking = OutputOf<typeof getScreen>['ranking'];

/** What a column of the wall has room for. */
const SHOWN = 8;

export type RankingPanelProps = { readonly ranking: Ranking };

/** Areas by the share handled in time, with what it is made of and how sure it is: few cases make a wide band. */
export function RankingPanel({ ranking }: RankingPanelProps) {
  const { t } = useTranslation('screen');
  const { best, between, last, tooFew } = rankingLines(ranking, SHOWN);
  return (
    <ScreenPanel title={t('panel.ranking')} note={t('ranking.note')}>
      {best.length === 0 ? <Empty title={t('empty.rankingTitle')} body={t('empty.rankingBody')} /> : null}
      <ol className={styles.list}>
        {best.map((line) => (
          <Line key={line.area.areaId} {...line} />
        ))}
        {between === 0 ? null : <li className={styles.between}>{t('ranking.between', { count: between })}</li>}
        {last.map((line) => (
          <Line key={line.area.areaId} {...line} />
        ))}
        {tooFew === 0 ? null : <li className={styles.between}>{t('ranking.tooFew', { count: tooFew })}</li>}
      </ol>
    </ScreenPanel>
  );
}

function Line({ rank, area }: RankingLine) {
  const { t } = useTranslation(['screen', 'common']);
  const { name, onTime, low, high, rows } = area;
  const percent = (share: number) => `${share * 100}%`;
  return (
    <li>
      <RowsLink href={officeRowsPath(rows)}>
        <span className={styles.rank}>{rank ?? t('common:nothing')}</span>
        <span className={styles.name}>{name}</span>
        <strong>{onTime.value === null ? t('common:nothing') : `${Math.round(onTime.value * 100)}%`}</strong>
        <span className={styles.band} aria-hidden="true">
          {low === null || high === null ? null : <i style={{ left: percent(low), width: percent(high - low) }} />}
          {onTime.value === null ? null : <b style={{ left: percent(onTime.value) }} />}
        </span>
        <small>{t('screen:ranking.of', { numerator: onTime.numerator, denominator: onTime.denominator })}</small>
      </RowsLink>
    </li>
  );
}
