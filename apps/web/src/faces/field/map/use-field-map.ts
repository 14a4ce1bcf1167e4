import { useMemo } from 'react';
import { useKept } from '../../../features/device/use-kept.ts';
import { useGetMap } from '../../../features/places/get-map.ts';
import { boundsOf, cornersOf } from '../../../ui/map/map-data.ts';
import type { AreaCollection, LngLat, SceneryCollection } from '../../../ui/map/map-view-props.ts';
import { useFieldSession } from '../session/field-session.tsx';

const MICRO_GRIDS = 4;

/** The street's micro-grids and scenery, kept on the phone; `centre` is the middle of my own area. */
export function useFieldMap() {
  const { account, session } = useFieldSession();
  const input = { level: MICRO_GRIDS, scenery: true };
  const kept = useKept(account, 'map', useGetMap(input, { staleTimeMs: 3_600_000 }));
  const { data } = kept;
  const areaIds = session.posts.map((post) => post.areaId).join(' ');
  return useMemo(() => {
    // The contract sends GeoJSON as unknown; these are the collections it describes.
    const areas = data?.areas as AreaCollection | undefined;
    const scenery = (data?.scenery ?? undefined) as SceneryCollection | undefined;
    return { layers: { areas, scenery }, centre: centreOf(areas, areaIds.split(' ')), bounds: data?.bounds };
  }, [data, areaIds]);
}

function centreOf(areas: AreaCollection | undefined, areaIds: readonly string[]): LngLat | undefined {
  if (areas === undefined) return undefined;
  const own = areas.features.filter(({ properties }) => {
    const parentId = 'parentId' in properties ? String(properties.parentId) : '';
    return areaIds.includes(properties.id) || areaIds.includes(parentId);
  });
  const box = boundsOf(cornersOf({ ...areas, features: own.length > 0 ? own : areas.features }));
  return box && { lng: (box[0] + box[2]) / 2, lat: (box[1] + box[3]) / 2 };
}
