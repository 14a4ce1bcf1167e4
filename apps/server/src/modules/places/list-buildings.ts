import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';

export interface BuildingAddress {
  id: string;
  name: string;
  address: string;
  areaId: string;
  lng: number;
  lat: number;
}

/** Every building of a site with its address and the area it stands in. */
export async function listBuildings(db: Db, siteId: string): Promise<BuildingAddress[]> {
  const { rows } = await sql<BuildingAddress>`select id, name, address, area_id as "areaId", lng, lat
    from building where site_id = ${siteId} order by id`.execute(db);
  return rows;
}
