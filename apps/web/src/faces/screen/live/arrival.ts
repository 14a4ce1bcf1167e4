import type { LiveEvent } from '@linli/contract';

/** A case that has just come in: where and what kind, nobody's name. */
export type Arrival = {
  readonly caseId: string;
  readonly typeCode: string;
  readonly areaId: string | null;
  /** null = show it in the middle of its area: a private case, or one without a point. */
  readonly at: { readonly lng: number; readonly lat: number } | null;
};

/** The arrival an event of the feed tells of; null for any other. */
export function readArrival(event: LiveEvent): Arrival | null {
  if (event.kind !== 'case.reported') return null;
  const { typeCode, areas, lng, lat, visibility } = event.data;
  const isPlaced = typeof lng === 'number' && typeof lat === 'number' && visibility === 'public';
  return {
    caseId: event.nounId,
    typeCode: typeof typeCode === 'string' ? typeCode : '',
    areaId: lowestArea(areas),
    at: isPlaced ? { lng, lat } : null,
  };
}

function lowestArea(areas: unknown): string | null {
  if (typeof areas !== 'object' || areas === null) return null;
  const byLevel = new Map(Object.entries(areas));
  const ids = ['4', '3', '2'].map((level) => byLevel.get(level));
  return ids.find((id): id is string => typeof id === 'string') ?? null;
}
