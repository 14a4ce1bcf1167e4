import { type Map as MapLibreMap, Marker } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import type { Palette } from '../palette.ts';
import styles from './map-canvas.module.css';
import { SHAPE_PATHS } from './map-icons.ts';
import type { MapViewProps } from './map-view-props.ts';
import { useCallouts } from './use-callouts.ts';

type Props = Pick<MapViewProps, 'pin' | 'onPinMove' | 'callouts'>;

/** The pin (draggable when someone listens) and the short-lived callouts. */
export function useMarkers(map: MapLibreMap | null, palette: Palette, { pin, onPinMove, callouts }: Props): void {
  const marker = useRef<Marker | null>(null);
  const moved = useRef(onPinMove);
  useEffect(() => {
    moved.current = onPinMove;
  });
  const hasPin = pin !== undefined;
  const isDraggable = onPinMove !== undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: where the pin stands is the next effect's
  useEffect(() => {
    if (map === null || pin === undefined) return;
    const made = new Marker({ element: pinElement(), anchor: 'bottom', draggable: isDraggable });
    made.setLngLat([pin.lng, pin.lat]).addTo(map);
    made.on('dragend', () => {
      const { lng, lat } = made.getLngLat();
      moved.current?.({ lng, lat });
    });
    marker.current = made;
    return () => {
      made.remove();
      marker.current = null;
    };
  }, [map, palette, hasPin, isDraggable]);

  useEffect(() => {
    if (pin !== undefined) marker.current?.setLngLat([pin.lng, pin.lat]);
  }, [pin]);

  useCallouts(map, callouts);
}

function pinElement(): HTMLElement {
  const element = document.createElement('div');
  element.className = styles.pin ?? '';
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', SHAPE_PATHS.drop);
  path.setAttribute('fill', 'currentColor');
  path.setAttribute('stroke', 'white');
  path.setAttribute('stroke-width', '1.5');
  svg.append(path);
  element.append(svg);
  return element;
}
