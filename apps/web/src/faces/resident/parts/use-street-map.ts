import { useGetMap } from '../../../features/places/get-map.ts';
import type { AreaCollection, SceneryCollection } from '../../../ui/map/map-view-props.ts';

export interface StreetMap {
  readonly areas: AreaCollection | undefined;
  readonly scenery: SceneryCollection | undefined;
  /** West, south, east, north; undefined until the map has come. */
  readonly bounds: readonly [number, number, number, number] | undefined;
}

/** Shapes of the residential areas and what lies between them, for maps behind a pin. Fetched once a day. */
export function useStreetMap(enabled = true): StreetMap {
  const { data } = useGetMap({ level: 3, scenery: true }, { enabled, staleTimeMs: 24 * 3_600_000 });
  return {
    // The contract leaves GeoJSON open; get-map's summary says these two shapes.
    areas: (data?.areas ?? undefined) as AreaCollection | undefined,
    scenery: (data?.scenery ?? undefined) as SceneryCollection | undefined,
    bounds: data?.bounds,
  };
}
