import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';

/** Other names of lanes and houses of a site → the addresses they stand for. As the system. */
export async function loadAddressNames(db: Db, siteId: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ said: string; means: string }>`select said, means from address_name
    where site_id = ${siteId} and means is not null order by said`.execute(db);
  return new Map(rows.map(({ said, means }) => [said, means]));
}
