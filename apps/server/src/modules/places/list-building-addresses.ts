import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';

/** Every address of a site with the lowest area it lies in: for reading the places of tables in bulk. */
export async function listBuildingAddresses(db: Db, siteId: string): Promise<{ address: string; areaId: string }[]> {
  const { rows } = await sql<{
    address: string;
    areaId: string;
  }>`select address, area_id as "areaId" from building where site_id = ${siteId} and address <> '' order by address`.execute(
    db,
  );
  return rows;
}
