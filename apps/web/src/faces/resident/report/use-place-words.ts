import { useTranslation } from 'react-i18next';
import { useLocatePoint } from '../../../features/places/locate-point.ts';
import type { LngLat } from '../../../ui/map/map-view-props.ts';
import { areaWords } from '../parts/area-words.ts';

// About a metre: a pin is not set finer, and equal questions share one answer.
const ROUND = 100_000;
const NEAR_METRES = 80;

export interface PlaceWords {
  /** The micro-grid and what it belongs to, or why it cannot be said. */
  readonly area: string;
  /** “靠近 12 号楼”; empty where nothing is near. */
  readonly near: string;
  /** Address of the building next to it; empty where nothing is near. */
  readonly address: string;
  readonly isOutside: boolean;
}

/** A point in words. Without a network it says so and blocks nothing: the server judges on sending. */
export function usePlaceWords(point: LngLat | null): PlaceWords {
  const { t } = useTranslation('resident');
  const at = point === null ? { lng: 0, lat: 0 } : { lng: round(point.lng), lat: round(point.lat) };
  const query = useLocatePoint(at, { enabled: point !== null, keepPrevious: true, staleTimeMs: 3_600_000 });
  const none = { near: '', address: '', isOutside: false };
  if (query.isError) return { ...none, area: t('report.area.unknown') };
  if (query.data === undefined) return { ...none, area: t('report.area.finding') };
  const { areas, nearestBuilding } = query.data;
  if (areas === null) return { ...none, area: t('report.area.outside'), isOutside: true };
  const isNear = nearestBuilding !== null && nearestBuilding.metres <= NEAR_METRES;
  return {
    area: areaWords(areas),
    near: isNear ? t('report.area.near', { name: nearestBuilding.address || nearestBuilding.name }) : '',
    address: isNear ? nearestBuilding.address : '',
    isOutside: false,
  };
}

function round(degrees: number): number {
  return Math.round(degrees * ROUND) / ROUND;
}
