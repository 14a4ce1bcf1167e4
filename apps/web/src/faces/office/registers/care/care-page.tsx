import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useGetCareFigures } from '../../../../features/registers/get-care-figures.ts';
import { Refused, Skeleton } from '../../../../ui/state-views.tsx';
import { PageFrame } from '../../shell/page-frame.tsx';
import { useMay } from '../../shell/use-session.ts';
import { AreaSelect } from '../../words/area-select.tsx';
import { QueryProblem } from '../../words/query-problem.tsx';
import styles from '../registers.module.css';
import { CareFigures } from './care-figures.tsx';
import { CarePeople } from './care-people.tsx';
import { type CareSearch, readCareSearch } from './care-search.ts';

/** Care groups: how many in each class and grade, by area; who they are; which two sides look after them. */
export function CarePage() {
  return useMay('registers:care') ? <Care /> : <Refused />;
}

function Care() {
  const { t } = useTranslation(['registers', 'office']);
  const navigate = useNavigate();
  // Anything may stand in an address: read like any other input.
  const search = readCareSearch(useSearch({ strict: false }) as Record<string, unknown>);
  const onSearch = (next: CareSearch) => void navigate({ to: '.', search: next, replace: true, resetScroll: false });
  const { areaId, code } = search;
  const { data, error, isPending, refetch } = useGetCareFigures(areaId === undefined ? {} : { areaId }, {
    keepPrevious: true,
  });
  const chosen = data?.classes.find((one) => one.code === code) ?? data?.classes[0];
  return (
    <PageFrame
      title={t('office:nav.care')}
      explains={t('registers:care.explains')}
      tools={
        <div className={styles.area}>
          <AreaSelect
            value={areaId}
            onChange={(next) =>
              onSearch({ ...(next === undefined ? {} : { areaId: next }), ...(code === undefined ? {} : { code }) })
            }
            allowClear
            label={t('registers:filter.area')}
          />
        </div>
      }
    >
      {isPending ? <Skeleton rows={8} /> : null}
      {error !== null && data === undefined ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined || chosen === undefined ? null : (
        <>
          <CareFigures figures={data} search={search} chosen={chosen} onSearch={onSearch} />
          <CarePeople key={`${chosen.code} ${search.grade ?? ''} ${areaId ?? ''}`} careClass={chosen} search={search} />
        </>
      )}
    </PageFrame>
  );
}
