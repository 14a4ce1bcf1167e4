import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import type { MapViewProps, Picked } from './map-view-props.ts';

// Half a fingertip around the touch, in CSS px: points are smaller than fingers.
const REACH_PX = 14;

/** Tells what was clicked or tapped: a point first, else the area, else the bare place. */
export function usePick(map: MapLibreMap | null, onPick: MapViewProps['onPick']): void {
  const listener = useRef(onPick);
  useEffect(() => {
    listener.current = onPick;
  });
  const isListening = onPick !== undefined;
  useEffect(() => {
    if (map === null || !isListening) return;
    const onClick = (event: MapMouseEvent): void => listener.current?.(pickedAt(map, event));
    map.on('click', onClick);
    map.getCanvas().style.cursor = 'pointer';
    return () => {
      map.off('click', onClick);
    };
  }, [map, isListening]);
}

function pickedAt(map: MapLibreMap, { point, lngLat }: MapMouseEvent): Picked {
  const at = { lng: lngLat.lng, lat: lngLat.lat };
  const near = map.queryRenderedFeatures(
    [
      [point.x - REACH_PX, point.y - REACH_PX],
      [point.x + REACH_PX, point.y + REACH_PX],
    ],
    { layers: ['point'] },
  )[0];
  if (near !== undefined) return { kind: 'point', id: String(near.properties.id), ...at };
  const area = map.queryRenderedFeatures(point, { layers: ['area-fill'] })[0];
  if (area !== undefined) return { kind: 'area', id: String(area.properties.id), ...at };
  return { kind: 'place', ...at };
}
