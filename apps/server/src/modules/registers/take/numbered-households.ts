import { sql } from 'kysely';
import type { Crypto } from '../../../platform/crypto/index.ts';
import type { Db } from '../../../platform/db/database.ts';

/** Households by home and number of the list, as `numberKey`. */
export type Numbered = ReadonlyMap<string, string>;

export function numberKey(homeId: string, number: string): string {
  return `${homeId} ${number}`;
}

/**
 * The number of a list, in one home, is one household as long as that lives there; after it the number begins another one, for no list brings
 * back what ended. A query for each time a number was used up. As the system.
 */
export async function findNumbered(
  db: Db,
  crypto: Crypto,
  siteId: string,
  wanted: readonly { homeId: string; number: string }[],
): Promise<Numbered> {
  const found = new Map<string, string>();
  let open = new Map(wanted.map((one) => [numberKey(one.homeId, one.number), one]));
  for (let time = 0; open.size > 0; time += 1) {
    const asked = [...open.values()].map((one) => ({
      ...one,
      id: numberedId(crypto, [siteId, one.homeId, one.number], time),
    }));
    const { rows } = await sql<{ id: string }>`select s.id
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as w(id uuid, "homeId" uuid) join subject s on s.id = w.id
      where s.state <> 'active' or s.home_id is distinct from w."homeId"`.execute(db);
    const over = new Set(rows.map(({ id }) => id));
    for (const { id, homeId, number } of asked) if (!over.has(id)) found.set(numberKey(homeId, number), id);
    open = new Map([...open].filter(([key]) => !found.has(key)));
  }
  return found;
}

/** Keyed: nobody reads the number out of the id. */
function numberedId(crypto: Crypto, of: readonly string[], time: number): string {
  const text = JSON.stringify(time === 0 ? of : [...of, time]);
  const bytes = Buffer.from(crypto.lookupHash(text, 'import.register').subarray(0, 16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
