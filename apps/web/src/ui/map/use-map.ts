import * as maplibregl from 'maplibre-gl';
import workerAddress from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FONT_STACK } from '../chinese-font.ts';
import { drawPointIcon, POINT_LOOKS } from './map-icons.ts';
import { type MapLook, mapStyle } from './map-style.ts';
import type { MapPointKind } from './map-view-props.ts';

// Bundled, the map cannot find its worker by itself.
maplibregl.setWorkerUrl(workerAddress);

/**
 * The life of one map: made in `container`, remade when the look changes, removed with the component.
 * Answers the map once its style is there, else null. Throws into the error boundary where WebGL is missing.
 */
export function useMap(container: RefObject<HTMLElement | null>, look: MapLook): maplibregl.Map | null {
  const { t } = useTranslation('ui');
  const [ready, setReady] = useState<maplibregl.Map | null>(null);
  const [broken, setBroken] = useState<Error | null>(null);
  const view = useRef<{ center: maplibregl.LngLatLike; zoom: number } | null>(null);
  const words = {
    'Map.Title': t('map.label'),
    'Marker.Title': t('place.pin'),
    'NavigationControl.ZoomIn': t('map.zoomIn'),
    'NavigationControl.ZoomOut': t('map.zoomOut'),
    'ScaleControl.Meters': t('map.scaleMetre'),
    'ScaleControl.Kilometers': t('map.scaleKilometre'),
  };
  const wordsKey = Object.values(words).join('\n');
  const { palette, ground, tileUrl, textSize } = look;

  // biome-ignore lint/correctness/useExhaustiveDependencies: wordsKey stands for words, which is a new object each time
  useEffect(() => {
    if (container.current === null) return;
    let map: maplibregl.Map;
    try {
      map = new maplibregl.Map({
        container: container.current,
        style: mapStyle({ palette, ground, tileUrl, textSize }),
        // The layers name our own families; the library's own Chinese fallback heeds only its default stack.
        localIdeographFontFamily: FONT_STACK,
        locale: words,
        attributionControl: false,
        dragRotate: false,
        pitchWithRotate: false,
        maxZoom: 20,
        ...(view.current ?? {}),
      });
    } catch (error) {
      setBroken(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    map.addControl(new maplibregl.NavigationControl({ showCompass: false }), 'bottom-right');
    map.addControl(new maplibregl.ScaleControl({ unit: 'metric' }), 'bottom-left');
    map.on('moveend', () => {
      view.current = { center: map.getCenter(), zoom: map.getZoom() };
    });
    map.once('style.load', () => {
      for (const kind of Object.keys(POINT_LOOKS) as MapPointKind[]) {
        map.addImage(kind, drawPointIcon(kind, palette, 2), { pixelRatio: 2 });
      }
      setReady(map);
    });
    return () => {
      setReady(null);
      map.remove();
    };
  }, [container, palette, ground, tileUrl, textSize, wordsKey]);

  if (broken !== null) throw broken;
  return ready;
}
