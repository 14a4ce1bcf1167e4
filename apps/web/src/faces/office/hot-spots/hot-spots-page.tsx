import { Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListCaseTypes } from '../../../features/cases/list-case-types.ts';
import { useListHotSpots } from '../../../features/measures/list-hot-spots.ts';
import { MapLegend } from '../../../ui/map-legend.tsx';
import { MapView } from '../../../ui/map-view.tsx';
import { Empty, Skeleton } from '../../../ui/state-views.tsx';
import { useStreetMap } from '../places/use-street-map.ts';
import { PageFrame } from '../shell/page-frame.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import { useLocalText } from '../words/use-local-text.ts';
import styles from './hot-spots-page.module.css';
import { SpotTable } from './spot-table.tsx';
import { UnitTable } from './unit-table.tsx';

const windows = [7, 30, 90] as const;
/** Shown first: the kinds that gather. */
const usualCodes = ['bike-clear', '06010', 'loc-03'];

/** Where the same kind of thing comes again and again, and who was called there how often. */
export function HotSpotsPage() {
  const { t } = useTranslation(['hotspots', 'office']);
  const local = useLocalText();
  const types = useListCaseTypes({ for: 'all' }, { staleTimeMs: 300_000 });
  const known = types.data?.types.map((type) => type.definition) ?? [];
  const [chosen, setChosen] = useState<string[] | undefined>();
  const [days, setDays] = useState<(typeof windows)[number]>(30);
  const usual = known.filter((type) => usualCodes.includes(type.code)).map((type) => type.code);
  const typeCodes = chosen ?? (usual.length > 0 ? usual : known.slice(0, 1).map((type) => type.code));
  const { data, error, isPending, refetch } = useListHotSpots(
    { typeCodes, days },
    { enabled: typeCodes.length > 0, keepPrevious: true },
  );
  const street = useStreetMap(4);
  const points = useMemo(
    () =>
      (data?.spots ?? []).map((spot, i) => ({
        id: String(i),
        lng: spot.lng,
        lat: spot.lat,
        kind: spot.open > 0 ? ('open' as const) : ('done' as const),
        label: String(spot.count),
      })),
    [data],
  );
  return (
    <PageFrame
      title={t('office:nav.hot-spots')}
      explains={t('hotspots:note')}
      tools={
        <>
          <Select<string[]>
            mode="multiple"
            className={styles.types ?? ''}
            aria-label={t('hotspots:types')}
            placeholder={t('hotspots:types')}
            value={typeCodes}
            maxCount={20}
            maxTagCount="responsive"
            optionFilterProp="label"
            onChange={setChosen}
            options={known.map((type) => ({ value: type.code, label: local(type.name) }))}
          />
          <Segmented
            aria-label={t('hotspots:window')}
            value={days}
            onChange={setDays}
            options={windows.map((value) => ({ value, label: t('hotspots:days', { count: value }) }))}
          />
        </>
      }
    >
      {isPending && typeCodes.length > 0 ? <Skeleton rows={10} /> : null}
      {error !== null && data === undefined ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {typeCodes.length === 0 || data?.spots.length === 0 ? (
        <Empty title={t('hotspots:emptyTitle')} body={t('hotspots:emptyBody')} />
      ) : null}
      {data === undefined || data.spots.length === 0 ? null : (
        <>
          <div className={styles.map}>
            <MapView
              label={t('hotspots:map')}
              areas={street.areas}
              scenery={street.scenery}
              areaNames={false}
              points={points}
              fit="points"
            />
          </div>
          <MapLegend
            entries={[
              { kind: 'open', label: t('hotspots:legend.open') },
              { kind: 'done', label: t('hotspots:legend.done') },
            ]}
          />
          <SpotTable spots={data.spots} />
          <UnitTable units={data.units} />
        </>
      )}
    </PageFrame>
  );
}
