import { type Actor, parseAddress } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { scopeCondition } from './case-conditions.ts';
import type { ViewDeps } from './case-view.ts';
import type { CaseRow } from './load-case.ts';

const mostRead = 400;
const mostShown = 50;

/** What the file of a home says of a case. */
export interface CaseAtAddress {
  id: string;
  number: string;
  typeName: string;
  state: string;
  open: boolean;
  reportedAt: string;
}

/**
 * Cases reported at an address of a micro-grid that the actor works with by place or unit; sealed ones never: a list by address would tell
 * whom they are about. Two ways of writing an address are one. Newest first.
 */
export async function findCasesAt(
  db: Db,
  actor: Actor,
  deps: Pick<ViewDeps, 'catalogue' | 'places'>,
  place: { area4Id: string | null; address: string },
): Promise<CaseAtAddress[]> {
  const wanted = canonicalOf(place.address);
  if (place.area4Id === null || wanted === null) return [];
  const { rows } = await sql<
    Pick<CaseRow, 'id' | 'number' | 'type_code' | 'type_version' | 'state' | 'is_open' | 'reported_at' | 'address'>
  >`select id, number, type_code, type_version, state, is_open, reported_at, address from cases
    where ${scopeCondition(actor, deps.places)} and area4_id = ${place.area4Id} and visibility <> 'sealed' and address <> ''
    order by reported_at desc, id limit ${mostRead}`.execute(db);
  return rows
    .filter((row) => canonicalOf(row.address) === wanted)
    .slice(0, mostShown)
    .map((row) => ({
      id: row.id,
      number: row.number,
      typeName: deps.catalogue.definitionOf(row.type_code, row.type_version).name.zh,
      state: row.state,
      open: row.is_open,
      reportedAt: row.reported_at.toISOString(),
    }));
}

function canonicalOf(address: string): string | null {
  const parsed = parseAddress(address);
  return parsed.ok ? parsed.canonical : null;
}
