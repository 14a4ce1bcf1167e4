import { useGetMap } from '../../../features/places/get-map.ts';
import type { AreaCollection, SceneryCollection } from '../../../ui/map/map-view-props.ts';

export type StreetMap = {
  readonly areas: AreaCollection | undefined;
  readonly scenery: SceneryCollection | undefined;
  readonly bounds: readonly [number, number, number, number] | undefined;
  readonly isPending: boolean;
};

/** Shapes of one level with the scenery below, today or on a past day; kept for a quarter of an hour. */
export function useStreetMap(level: number, day?: string): StreetMap {
  const { data, isPending } = useGetMap(
    { level, scenery: true, ...(day === undefined ? {} : { day }) },
    { staleTimeMs: 900_000, keepPrevious: true },
  );
  return {
    // The contract leaves GeoJSON open; `get-map` promises these properties in its summary.
    areas: data?.areas as AreaCollection | undefined,
    scenery: (data?.scenery ?? undefined) as SceneryCollection | undefined,
    bounds: data?.bounds,
    isPending,
  };
}
