import { type Map as MapLibreMap, Marker } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import { layOutCallouts } from './callout-layout.ts';
import styles from './map-canvas.module.css';
import type { MapCallout } from './map-view-props.ts';

/** Above the mark of the place itself. */
const ABOVE_PX = 16;

type Shown = { readonly marker: Marker; readonly words: HTMLElement; callout: MapCallout };

/**
 * Short-lived words on the map, oldest first. What already stands stays as it is when another comes: only the new one rises.
 * The newest lies on top at its place; those it would cover are lifted above it, or hidden.
 */
export function useCallouts(map: MapLibreMap | null, callouts: readonly MapCallout[] | undefined): void {
  const shown = useRef<Map<string, Shown>>(new Map());

  useEffect(() => {
    if (map === null) return;
    const standing = shown.current;
    const layOut = () => placeAll(map, standing);
    map.on('moveend', layOut);
    return () => {
      map.off('moveend', layOut);
      for (const { marker } of standing.values()) marker.remove();
      standing.clear();
    };
  }, [map]);

  useEffect(() => {
    if (map === null) return;
    const standing = shown.current;
    const wanted = new Map((callouts ?? []).map((callout) => [callout.id, callout]));
    for (const [id, { marker }] of standing) {
      if (wanted.has(id)) continue;
      marker.remove();
      standing.delete(id);
    }
    for (const [id, callout] of wanted) {
      const known = standing.get(id);
      if (known === undefined) standing.set(id, raised(map, callout));
      else change(known, callout);
    }
    placeAll(map, standing);
  }, [map, callouts]);
}

function raised(map: MapLibreMap, callout: MapCallout): Shown {
  // The map moves the outer element and sets its opacity; the inner one is ours to animate and hide.
  const element = document.createElement('div');
  element.className = styles.calloutPlace ?? '';
  const words = document.createElement('div');
  words.className = styles.callout ?? '';
  words.textContent = callout.words;
  element.append(words);
  const marker = new Marker({ element, anchor: 'bottom', offset: [0, -ABOVE_PX] });
  return { marker: marker.setLngLat([callout.lng, callout.lat]).addTo(map), words, callout };
}

function change(shown: Shown, callout: MapCallout): void {
  const { lng, lat, words } = shown.callout;
  if (lng !== callout.lng || lat !== callout.lat) shown.marker.setLngLat([callout.lng, callout.lat]);
  if (words !== callout.words) shown.words.textContent = callout.words;
  shown.callout = callout;
}

/** In the order they came, which is the order of the map of them. */
function placeAll(map: MapLibreMap, standing: ReadonlyMap<string, Shown>): void {
  const all = [...standing.values()];
  const lifts = layOutCallouts(
    all.map(({ marker, callout }) => {
      const { x, y } = map.project([callout.lng, callout.lat]);
      const element = marker.getElement();
      return { x, y: y - ABOVE_PX, width: element.offsetWidth, height: element.offsetHeight };
    }),
  );
  for (const [index, { marker, words }] of all.entries()) {
    const lift = lifts[index] ?? null;
    words.toggleAttribute('data-hidden', lift === null);
    marker.getElement().style.zIndex = String(index + 1);
    marker.setOffset([0, -ABOVE_PX - (lift ?? 0)]);
  }
}
