import 'maplibre-gl/dist/maplibre-gl.css';
import { use, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useElderMode } from '../elder-mode.ts';
import { useDark, usePalette } from '../use-dark.ts';
import { useFontReady } from '../use-font-ready.ts';
import styles from './map-canvas.module.css';
import { namePointsOf, pointFeatures, wordsOfAreas, wordsOfPoints } from './map-data.ts';
import type { MapViewProps } from './map-view-props.ts';
import { TileUrlContext } from './tile-url.ts';
import { useChoropleth } from './use-choropleth.ts';
import { useFit } from './use-fit.ts';
import { useMap } from './use-map.ts';
import { useMarkers } from './use-markers.ts';
import { usePick } from './use-pick.ts';
import { useSourceData } from './use-source-data.ts';

/** The map itself; `MapView` loads this file when a map is first wanted. */
export function MapCanvas(props: MapViewProps) {
  const { label, loading = false, areas, scenery, points, areaNames = true } = props;
  const { t } = useTranslation('ui');
  const tileUrl = use(TileUrlContext);
  const container = useRef<HTMLElement>(null);
  const palette = usePalette();
  const isDark = useDark();
  const textSize = useBodySize();
  const map = useMap(container, { palette, ground: isDark ? 'dark' : 'light', tileUrl, textSize });
  const namedAreas = useFontReady(areas, wordsOfAreas);
  const labelledPoints = useFontReady(points, wordsOfPoints);

  useSourceData(map, 'scenery', scenery);
  useSourceData(map, 'areas', areas);
  useSourceData(map, 'names', areaNames ? namedAreas : undefined, namePointsOf);
  useSourceData(map, 'points', labelledPoints, pointFeatures);
  useChoropleth(map, palette, props);
  useMarkers(map, palette, props);
  useFit(map, props);
  usePick(map, props.onPick);

  return (
    <div className={styles.frame}>
      <section ref={container} className={styles.canvas} aria-label={label} data-ready={map !== null} />
      {map === null || loading ? (
        <p role="status" className={styles.loading}>
          {t('state.loading')}
        </p>
      ) : null}
    </div>
  );
}

/** The face's body size in px, again when elder mode changes. */
function useBodySize(): number {
  useElderMode();
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
