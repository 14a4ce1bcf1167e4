import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useGetElderly } from '../../../../features/registers/get-elderly.ts';
import { Refused, Skeleton } from '../../../../ui/state-views.tsx';
import { PageFrame } from '../../shell/page-frame.tsx';
import { useMay } from '../../shell/use-session.ts';
import { AreaSelect } from '../../words/area-select.tsx';
import { QueryProblem } from '../../words/query-problem.tsx';
import styles from '../registers.module.css';
import { AbilityChart } from './ability-chart.tsx';
import { ElderlyAreas } from './elderly-areas.tsx';
import { type ElderlySearch, readElderlySearch } from './elderly-search.ts';
import { ElderlyTotals } from './elderly-totals.tsx';
import { FacilityMap } from './facility-map.tsx';
import { PolicyTable } from './policy-table.tsx';

/** Older people: how many and how they live, who has a right to what and does not get it yet, and what there is for them. */
export function ElderlyPage() {
  return useMay('registers:care') ? <Elderly /> : <Refused />;
}

function Elderly() {
  const { t } = useTranslation(['registers', 'office']);
  const navigate = useNavigate();
  // Anything may stand in an address: read like any other input.
  const search = readElderlySearch(useSearch({ strict: false }) as Record<string, unknown>);
  const onSearch = (next: ElderlySearch) => void navigate({ to: '.', search: next, replace: true, resetScroll: false });
  const { areaId } = search;
  const { data, error, isPending, refetch } = useGetElderly(areaId === undefined ? {} : { areaId }, {
    keepPrevious: true,
  });
  return (
    <PageFrame
      title={t('office:nav.elderly')}
      explains={t('registers:elderly.explains')}
      tools={
        <div className={styles.area}>
          <AreaSelect
            value={areaId}
            onChange={(next) => onSearch(next === undefined ? {} : { areaId: next })}
            allowClear
            label={t('registers:filter.area')}
          />
        </div>
      }
    >
      {isPending ? <Skeleton rows={8} /> : null}
      {error !== null && data === undefined ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? null : (
        <>
          <ElderlyTotals total={data.total} areaId={areaId} />
          <PolicyTable policies={data.policies} search={search} onSearch={onSearch} />
          <AbilityChart ability={data.total.ability} areaId={areaId} />
          <ElderlyAreas areas={data.areas} />
          <FacilityMap facilities={data.facilities} areas={data.areas} />
        </>
      )}
    </PageFrame>
  );
}
