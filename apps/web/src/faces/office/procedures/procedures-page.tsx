import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListCaseTypes } from '../../../features/cases/list-case-types.ts';
import { useGetProcedureFigures } from '../../../features/measures/get-procedure-figures.ts';
import { Empty, Skeleton } from '../../../ui/state-views.tsx';
import { PageFrame, PageNote } from '../shell/page-frame.tsx';
import { useMay } from '../shell/use-session.ts';
import { GroupSelect } from '../stages/group-select.tsx';
import { AreaSelect } from '../words/area-select.tsx';
import { isPeriod, PeriodFields } from '../words/period-fields.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import { siteToday } from '../words/site-time.ts';
import { useLocalText } from '../words/use-local-text.ts';
import { BacklogTable } from './backlog-table.tsx';
import { OutcomeTable } from './outcome-table.tsx';
import { ProcedureSummary } from './procedure-summary.tsx';
import styles from './procedures-page.module.css';
import { RisingTable } from './rising-table.tsx';
import { StageTable } from './stage-table.tsx';
import { useBusiestKind } from './use-busiest-kind.ts';

/** One kind with a procedure: what stands where, how cases came out, what has lain long, where it rises. */
export function ProceduresPage() {
  const { t } = useTranslation(['procedures', 'office']);
  const local = useLocalText();
  const maySealed = useMay('cases:sealed');
  const types = useListCaseTypes({ for: 'all' }, { staleTimeMs: 300_000 });
  const known = (types.data?.types ?? [])
    .map(({ definition }) => definition)
    .filter(({ stages, visibility }) => stages.length > 0 && (visibility !== 'sealed' || maySealed));
  const [code, setCode] = useState<string | undefined>();
  const [areaId, setAreaId] = useState<string | undefined>();
  const [areaGroupId, setGroupId] = useState<string | undefined>();
  const [period, setPeriod] = useState(() => ({ from: siteToday(new Date(), -89), until: siteToday(new Date()) }));
  const busiest = useBusiestKind(known.map((type) => type.code));
  const chosen = known.find((type) => type.code === (code ?? busiest));
  const { data, error, isPending, refetch } = useGetProcedureFigures(
    { typeCode: chosen?.code ?? '', ...period, ...placeOf(areaId, areaGroupId) },
    { enabled: chosen !== undefined && isPeriod(period), keepPrevious: true },
  );
  return (
    <PageFrame
      title={t('office:nav.procedures')}
      tools={
        <>
          <Select<string | undefined>
            className={styles.type ?? ''}
            aria-label={t('procedures:type')}
            placeholder={t('procedures:type')}
            value={chosen?.code}
            onChange={setCode}
            showSearch={{ optionFilterProp: 'label' }}
            options={known.map((type) => ({ value: type.code, label: local(type.name) }))}
          />
          <div className={styles.area}>
            <AreaSelect
              value={areaId}
              onChange={(next) => {
                setAreaId(next);
                setGroupId(undefined);
              }}
              allowClear
              label={t('office:measures.within')}
            />
          </div>
          <GroupSelect
            value={areaGroupId}
            onChange={(next) => {
              setGroupId(next);
              setAreaId(undefined);
            }}
          />
          <PeriodFields value={period} onChange={setPeriod} />
        </>
      }
    >
      {isPeriod(period) ? null : <p role="alert">{t('office:measures.badPeriod')}</p>}
      {types.error !== null && types.data === undefined ? (
        <QueryProblem error={types.error} onRetry={() => void types.refetch()} />
      ) : null}
      {types.data !== undefined && known.length === 0 ? (
        <Empty title={t('procedures:noTypesTitle')} body={t('procedures:noTypesBody')} />
      ) : null}
      {known.length > 0 && isPending && isPeriod(period) ? <Skeleton rows={12} /> : null}
      {error === null ? null : <QueryProblem error={error} onRetry={() => void refetch()} />}
      {data === undefined || chosen === undefined || error !== null ? null : (
        <>
          <ProcedureSummary figures={data} />
          <StageTable stages={data.stages} />
          <OutcomeTable outcomes={data.outcomes} />
          <BacklogTable backlog={data.backlog} />
          {areaGroupId === undefined && data.unit === null ? (
            <RisingTable group={chosen.group} areaId={areaId} />
          ) : null}
        </>
      )}
      <PageNote>{t('procedures:note')}</PageNote>
    </PageFrame>
  );
}

/** One area or one joint community, not both. */
function placeOf(areaId: string | undefined, areaGroupId: string | undefined) {
  if (areaGroupId !== undefined) return { areaGroupId };
  return areaId === undefined ? {} : { areaId };
}
