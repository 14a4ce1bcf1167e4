import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGetBurden } from '../../../../features/forms/get-burden.ts';
import { Empty, Skeleton } from '../../../../ui/state-views.tsx';
import { PageNote } from '../../shell/page-frame.tsx';
import { AreaSelect } from '../../words/area-select.tsx';
import { isPeriod, PeriodFields } from '../../words/period-fields.tsx';
import { QueryProblem } from '../../words/query-problem.tsx';
import { siteToday } from '../../words/site-time.ts';
import styles from '../forms.module.css';
import { FormsFrame } from '../forms-frame.tsx';
import { BurdenChart } from './burden-chart.tsx';
import { BurdenTable } from './burden-table.tsx';

/** How many minutes were asked of committees, by week and department; never of a person. */
export function BurdenPage() {
  const { t } = useTranslation(['forms', 'office']);
  const [period, setPeriod] = useState(() => ({ from: siteToday(new Date(), -55), until: siteToday(new Date()) }));
  const [areaId, setAreaId] = useState<string | undefined>();
  const { data, error, isPending, refetch } = useGetBurden(
    { ...period, ...(areaId === undefined ? {} : { areaId }) },
    { enabled: isPeriod(period), keepPrevious: true },
  );
  const committees = new Set(data?.rows.map((row) => row.areaId)).size;
  const weeks = new Set(data?.rows.map((row) => row.week)).size;
  return (
    <FormsFrame
      title={t('forms:burden.title')}
      explains={t('forms:burden.explains')}
      tools={
        <>
          <div className={styles.area}>
            <AreaSelect value={areaId} onChange={setAreaId} allowClear label={t('forms:returns.area')} />
          </div>
          <PeriodFields value={period} onChange={setPeriod} />
        </>
      }
    >
      {isPeriod(period) ? null : <p role="alert">{t('office:measures.badPeriod')}</p>}
      {isPending && isPeriod(period) ? <Skeleton rows={10} /> : null}
      {error !== null && data === undefined ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? null : (
        <>
          <dl className={styles.figures}>
            <div>
              <dt>{t('forms:burden.minutes')}</dt>
              <dd>{Math.round(data.minutes)}</dd>
            </div>
            <div>
              <dt>{t('forms:burden.perWeek')}</dt>
              <dd>{committees * weeks === 0 ? 0 : Math.round(data.minutes / committees / weeks)}</dd>
            </div>
            <div>
              <dt>{t('forms:burden.answers')}</dt>
              <dd>{data.rows.reduce((sum, row) => sum + row.answers, 0)}</dd>
            </div>
            <div>
              <dt>{t('forms:burden.outside')}</dt>
              <dd>{data.outsideAsks}</dd>
            </div>
          </dl>
          {data.rows.length === 0 ? (
            <Empty title={t('forms:burden.empty')} body={t('forms:burden.emptyBody')} />
          ) : (
            <>
              <BurdenChart rows={data.rows} />
              <BurdenTable rows={data.rows} />
            </>
          )}
        </>
      )}
      <PageNote>{t('forms:burden.note')}</PageNote>
    </FormsFrame>
  );
}
