import { useListPublicCases } from '../../../features/cases/list-public-cases.ts';
import { useHere } from '../../../features/places/use-here.ts';

// About 11 m: enough for "nearby", and the cache is not missed at every step.
const ROUND = 10_000;
const RADIUS_METRES = 500;

/** Open public cases within 500 m of this phone, nearest first; where it is not known, the newest of the street. */
export function useNearby(limit: number) {
  const here = useHere();
  const { point } = here;
  const around =
    point === null
      ? {}
      : {
          lng: Math.round(point.lng * ROUND) / ROUND,
          lat: Math.round(point.lat * ROUND) / ROUND,
          radiusMetres: RADIUS_METRES,
        };
  const query = useListPublicCases({ ...around, limit }, { keepPrevious: true, refetchIntervalMs: 60_000 });
  return { here, query };
}
