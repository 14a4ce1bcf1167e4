import { useTranslation } from 'react-i18next';
import type { Choropleth } from '../../../ui/map/map-view-props.ts';
import { MapLegend } from '../../../ui/map-legend.tsx';
import type { MapFigureName } from '../screen-search.ts';
import { isShare } from './map-scale.ts';
import styles from './screen-map.module.css';

export type MapScaleLegendProps = { readonly figure: MapFigureName; readonly scale: Choropleth };

/** What the colours and marks mean. */
export function MapScaleLegend({ figure, scale }: MapScaleLegendProps) {
  const { t } = useTranslation(['measures', 'screen', 'common']);
  const words = (value: number) => (isShare(figure) ? `${Math.round(value * 100)}%` : String(value));
  return (
    <div className={styles.legend}>
      <p>{t(`measures:mapFigureNote.${figure}`)}</p>
      <p className={styles.scale}>
        <span>{words(scale.low)}</span>
        <span className={styles.ramp} data-tone={scale.tone} />
        <span>{isShare(figure) ? words(scale.high) : t('screen:map.orMore', { value: words(scale.high) })}</span>
      </p>
      <MapLegend
        entries={[
          { kind: 'new', label: t('screen:map.justIn') },
          { kind: 'open', label: t('screen:map.latestOpen') },
          { kind: 'done', label: t('screen:map.latestDone') },
        ]}
      />
    </div>
  );
}
