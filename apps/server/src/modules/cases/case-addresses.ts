import type { Actor } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { PlaceIndex } from '../places/index.ts';
import { scopeCondition } from './case-conditions.ts';

const mostAddresses = 5000;

/**
 * Addresses that cases since an instant give, of those the actor works with by place or unit, with how many cases give each; sealed cases
 * never. Addresses only, as they were written: not which case. In the actor's own transaction.
 */
export async function listCaseAddresses(
  db: Db,
  call: { actor: Actor; places: PlaceIndex; since: Date },
): Promise<{ address: string; count: number }[]> {
  const { rows } = await sql<{ address: string; count: number }>`select address, count(*)::int as count from cases
    where ${scopeCondition(call.actor, call.places)} and reported_at >= ${call.since} and visibility <> 'sealed' and address <> ''
    group by address order by count desc, address limit ${mostAddresses}`.execute(db);
  return rows;
}
