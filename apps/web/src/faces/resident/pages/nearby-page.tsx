import type { CaseSummary } from '@linli/contract';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LngLat, MapPoint } from '../../../ui/map/map-view-props.ts';
import { MapView } from '../../../ui/map-view.tsx';
import { Empty } from '../../../ui/state-views.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { NearbyBar } from '../home/nearby-bar.tsx';
import { useNearby } from '../home/use-nearby.ts';
import { CaseList } from '../parts/case-list.tsx';
import parts from '../parts/parts.module.css';
import { QueryView } from '../parts/query-view.tsx';
import { useStreetMap } from '../parts/use-street-map.ts';
import styles from './nearby-page.module.css';

/** Open public cases around me, as a list and as a map; no session needed. */
export function NearbyPage() {
  const { t } = useTranslation('resident');
  const navigate = useNavigate();
  const { view } = useSearch({ strict: false });
  const { here, query } = useNearby(50);
  const current = view === 'map' ? 'map' : 'list';
  return (
    <div className={parts.stack}>
      <h1>{t('home.nearby')}</h1>
      <NearbyBar here={here} />
      <Tabs
        label={t('nearby.views')}
        tabs={[
          { id: 'list', label: t('nearby.list'), count: query.data?.cases.length },
          { id: 'map', label: t('nearby.map') },
        ]}
        current={current}
        onChange={(id) => void navigate({ to: '/nearby', search: id === 'map' ? { view: 'map' } : {}, replace: true })}
      >
        <QueryView query={query} rows={6}>
          {({ cases }) =>
            current === 'map' ? <NearbyMap cases={cases} here={here.point} /> : <NearbyList cases={cases} />
          }
        </QueryView>
      </Tabs>
    </div>
  );
}

function NearbyList({ cases }: { readonly cases: readonly CaseSummary[] }) {
  const { t } = useTranslation('resident');
  if (cases.length === 0) return <Empty title={t('empty.nearbyTitle')} body={t('empty.nearbyBody')} />;
  return <CaseList items={cases} />;
}

function NearbyMap({ cases, here }: { readonly cases: readonly CaseSummary[]; readonly here: LngLat | null }) {
  const { t } = useTranslation('resident');
  const navigate = useNavigate();
  const street = useStreetMap();
  const points = useMemo(() => {
    const found = cases.flatMap(({ id, title, place, due }): MapPoint[] =>
      place.lng === null || place.lat === null
        ? []
        : [{ id, label: title, lng: place.lng, lat: place.lat, kind: due?.overdue === true ? 'overdue' : 'open' }],
    );
    return here === null ? found : [...found, { id: 'me', kind: 'me' as const, ...here }];
  }, [cases, here]);
  return (
    <div className={styles.map}>
      <MapView
        label={t('nearby.mapLabel')}
        areas={street.areas}
        scenery={street.scenery}
        points={points}
        fit={points.length > 0 ? 'points' : street.bounds}
        onPick={({ kind, id }) => {
          if (kind === 'point' && id !== undefined && id !== 'me') {
            void navigate({ to: '/cases/$caseId', params: { caseId: id } });
          }
        }}
      />
    </div>
  );
}
