import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect } from 'react';
import type { Palette } from '../palette.ts';
import { choroplethPaint } from './map-style.ts';
import type { MapViewProps } from './map-view-props.ts';

type Props = Pick<MapViewProps, 'choropleth' | 'selectedAreaId'>;

/** Colours areas by their figure and marks the selected one, without touching geometry. */
export function useChoropleth(map: MapLibreMap | null, palette: Palette, { choropleth, selectedAreaId }: Props): void {
  useEffect(() => {
    if (map === null) return;
    const { colour, opacity } = choroplethPaint(choropleth, palette);
    map.setPaintProperty('area-fill', 'fill-color', colour);
    map.setPaintProperty('area-fill', 'fill-opacity', opacity);
    const ids = Object.keys(choropleth?.values ?? {});
    for (const id of ids) map.setFeatureState({ source: 'areas', id }, { value: choropleth?.values[id] });
    return () => {
      if (map.style === undefined) return;
      for (const id of ids) map.removeFeatureState({ source: 'areas', id }, 'value');
    };
  }, [map, palette, choropleth]);

  useEffect(() => {
    if (map === null || selectedAreaId === undefined) return;
    map.setFeatureState({ source: 'areas', id: selectedAreaId }, { selected: true });
    return () => {
      if (map.style !== undefined) map.removeFeatureState({ source: 'areas', id: selectedAreaId }, 'selected');
    };
  }, [map, selectedAreaId]);
}
