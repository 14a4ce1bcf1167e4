import { refuse } from '../../platform/errors.ts';
import type { PlaceIndex } from '../places/index.ts';

export const levelColumns = { 1: 'site_id', 2: 'area2_id', 3: 'area3_id', 4: 'area4_id' } as const;

/** The column that holds the areas of this one's level: an equality on it is leak-proof, so that indexes serve under row-level security. */
export function areaColumn(places: PlaceIndex, areaId: string): (typeof levelColumns)[1 | 2 | 3 | 4] {
  const chain = places.chainOf(areaId);
  const column = levelColumns[(chain?.areas.length ?? 0) as 1 | 2 | 3 | 4]; // undefined for level 5 and unknown areas
  return column ?? refuse('input-invalid', {}, { fields: [{ path: 'areaId', code: 'not-an-option', params: {} }] });
}
