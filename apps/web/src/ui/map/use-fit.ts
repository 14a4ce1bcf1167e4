import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect } from 'react';
import { type Bounds, boundsOf, cornersOf } from './map-data.ts';
import type { MapViewProps } from './map-view-props.ts';

type Props = Pick<MapViewProps, 'fit' | 'areas' | 'points' | 'pin'>;

// A single point says nothing of scale: this shows a few buildings around it.
const CLOSE_ZOOM = 16.5;

/** Brings what `fit` names into view: at once the first time, and again when the box itself changes. */
export function useFit(map: MapLibreMap | null, props: Props): void {
  const box = boxOf(props);
  const key = box?.map((degrees) => degrees.toFixed(5)).join() ?? '';
  useEffect(() => {
    if (map === null || key === '') return;
    const [west = 0, south = 0, east = 0, north = 0] = key.split(',').map(Number);
    map.fitBounds([west, south, east, north], { padding: 24, maxZoom: CLOSE_ZOOM, animate: false });
  }, [map, key]);
}

function boxOf({ fit, areas, points, pin }: Props): Bounds | undefined {
  if (typeof fit === 'object') return fit;
  switch (fit) {
    case 'areas':
      return areas === undefined ? undefined : boundsOf(cornersOf(areas));
    case 'points':
      return boundsOf((points ?? []).map(({ lng, lat }) => [lng, lat]));
    case 'pin':
      return pin === undefined ? undefined : boundsOf([[pin.lng, pin.lat]]);
    case undefined:
      return undefined;
  }
}
