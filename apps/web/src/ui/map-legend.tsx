import { POINT_LOOKS, SHAPE_PATHS } from './map/map-icons.ts';
import type { MapPointKind } from './map/map-view-props.ts';
import styles from './map-legend.module.css';
import { usePalette } from './use-dark.ts';

export type MapLegendProps = { readonly entries: readonly { readonly kind: MapPointKind; readonly label: string }[] };

/** What each mark on the map means, in the same shapes and colours. */
export function MapLegend({ entries }: MapLegendProps) {
  const palette = usePalette();
  return (
    <ul className={styles.legend}>
      {entries.map(({ kind, label }) => (
        <li key={kind}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path
              d={SHAPE_PATHS[POINT_LOOKS[kind].shape]}
              fill={palette[POINT_LOOKS[kind].colour]}
              fillRule="evenodd"
            />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
