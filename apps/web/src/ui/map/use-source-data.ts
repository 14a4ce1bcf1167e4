import type { GeoJSON } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { useEffect } from 'react';

const NOTHING: GeoJSON = { type: 'FeatureCollection', features: [] };

/** Keeps a source of the style equal to `data`; `shaped` turns other shapes into GeoJSON and must be a stable function. */
export function useSourceData(map: MapLibreMap | null, source: string, data: GeoJSON | undefined): void;
export function useSourceData<T>(
  map: MapLibreMap | null,
  source: string,
  data: T | undefined,
  shaped: (data: T) => GeoJSON,
): void;
export function useSourceData(
  map: MapLibreMap | null,
  source: string,
  data: unknown,
  shaped?: (data: unknown) => GeoJSON,
): void {
  useEffect(() => {
    if (map === null) return;
    const shape = shaped ?? ((given: unknown) => given as GeoJSON); // the first overload allows GeoJSON only
    map.getSource<GeoJSONSource>(source)?.setData(data === undefined ? NOTHING : shape(data));
  }, [map, source, data, shaped]);
}
