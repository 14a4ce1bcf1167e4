import type { SubjectPlaceInput } from '@linli/contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Db } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import type { Located, PlaceIndexData } from '../../places/index.ts';
import type { SubjectPlace } from '../store/subjects.ts';
import { getSubjectRow, type SubjectRow } from '../subject-row.ts';

type PlaceInput = z.infer<typeof SubjectPlaceInput>;
export type ReadPlace = SubjectPlace & { siteId: string; lng: number | null; lat: number | null };

/** Where something stands: the narrowest of home, building, area and point that was given. Refuses a place that is none of a site's. */
export async function readPlace(db: Db, places: PlaceIndexData, input: PlaceInput): Promise<ReadPlace> {
  const point = { lng: input.lng ?? null, lat: input.lat ?? null };
  if (input.homeId !== undefined) {
    const home = await getSubjectRow(db, input.homeId, 'read');
    if (home.noun !== 'home') refuse('not-found');
    if (home.state !== 'active') refuse('subject-gone');
    return { ...placeInHome(home), siteId: home.siteId, lng: home.lng, lat: home.lat };
  }
  if (input.buildingId !== undefined) {
    const { rows } = await sql<{
      areaId: string;
      lng: number;
      lat: number;
    }>`select area_id as "areaId", lng, lat from building
      where id = ${input.buildingId}`.execute(db);
    const building = rows[0] ?? refuse('not-found');
    return {
      ...inAreas(places.chainOf(building.areaId)),
      buildingId: input.buildingId,
      lng: building.lng,
      lat: building.lat,
    };
  }
  if (input.areaId !== undefined) return { ...inAreas(places.chainOf(input.areaId)), ...point };
  if (point.lng === null || point.lat === null)
    return refuse('input-invalid', {}, { fields: [{ path: 'place', code: 'required', params: {} }] });
  return { ...inAreas(places.locate(point.lng, point.lat)), ...point };
}

/** The place of whatever is in a home. */
export function placeInHome(home: SubjectRow): SubjectPlace {
  const { path, area2Id, area3Id, area4Id, buildingId } = home;
  return { path, area2Id, area3Id, area4Id, buildingId, homeId: home.id, householdId: null };
}

function inAreas(located: Located | null): Omit<ReadPlace, 'lng' | 'lat'> {
  if (!located) return refuse('place-outside');
  const at = (level: number) => located.areas.find((area) => area.level === level)?.id ?? null;
  const { path, siteId } = located;
  return {
    siteId,
    path,
    area2Id: at(2),
    area3Id: at(3),
    area4Id: at(4),
    buildingId: null,
    homeId: null,
    householdId: null,
  };
}
