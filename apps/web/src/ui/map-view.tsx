import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBoundary } from './error-boundary.tsx';
import type { MapViewProps } from './map/map-view-props.ts';
import styles from './state-views.module.css';
import { Skeleton } from './state-views.tsx';

const MapCanvas = lazy(() => import('./map/map-canvas.tsx').then((file) => ({ default: file.MapCanvas })));

/**
 * A map that needs no tile server; fills its parent. The library (280 kB) loads when a map is first shown.
 * Keep `areas`, `points` and the like stable between renders (query data, useMemo): each change is drawn anew.
 */
export function MapView(props: MapViewProps) {
  return (
    <ErrorBoundary fallback={<MapFailed />}>
      <Suspense fallback={<Skeleton shape="block" />}>
        <MapCanvas {...props} />
      </Suspense>
    </ErrorBoundary>
  );
}

function MapFailed() {
  const { t } = useTranslation('ui');
  return <p className={styles.note}>{t('map.failed')}</p>;
}
