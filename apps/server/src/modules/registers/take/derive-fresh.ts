import { dayOf, type HomeDweller, householdFacts } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import type { NewFact } from '../store/facts.ts';
import { bornOf } from './find-known.ts';
import type { Gathered } from './gather-households.ts';
import type { Incoming, TakeCall } from './incoming.ts';

interface Newcomer {
  id: string;
  row: Incoming;
  homeId: string | null;
  /** False: known before. */
  isNew: boolean;
}

/**
 * What follows from who lives where, for homes nobody lived in by the register until now: written with the people themselves, so that
 * nothing is read again. `left`: households of other homes, to be counted anew afterwards. As the system, before people are placed.
 */
export async function deriveFresh(
  db: Db,
  call: TakeCall,
  people: readonly Newcomer[],
  gathered: Gathered,
): Promise<{ facts: NewFact[]; left: (string | null)[] }> {
  const byHome = new Map<string, Newcomer[]>();
  for (const one of people) if (one.homeId !== null) byHome.set(one.homeId, [...(byHome.get(one.homeId) ?? []), one]);
  const taken = await findLivedIn(db, [...byHome.keys()]);
  const today = dayOf(call.now);
  const facts: NewFact[] = [];
  const left: (string | null)[] = [];
  const fact = (subjectId: string, noun: NewFact['noun'], field: string, value: NewFact['value']) =>
    facts.push({ subjectId, noun, field, value, source: 'derived', sourceId: null, since: today, recordedBy: null });
  for (const [homeId, dwellers] of byHome) {
    if (taken.has(homeId) || dwellers.some(({ isNew }) => !isNew)) {
      left.push(...dwellers.map(({ id }) => gathered.householdOf.get(id) ?? null));
      continue;
    }
    const { households, arrangements } = householdFacts(
      dwellers.map((one) => dwellerOf(one, gathered)),
      today,
    );
    for (const [id, { members, allElderly }] of households) {
      fact(id, 'household', 'members', members);
      fact(id, 'household', 'allElderly', allElderly);
    }
    for (const { id, row } of dwellers) {
      const arrangement = arrangements.get(id) ?? null;
      const isSaid = row.facts.some(({ field }) => field === 'livingArrangement');
      if (arrangement !== null && !isSaid) fact(id, 'person', 'livingArrangement', arrangement);
    }
  }
  return { facts, left };
}

function dwellerOf({ id, row }: Newcomer, gathered: Gathered): HomeDweller {
  return { id, householdId: gathered.householdOf.get(id) ?? null, born: bornOf(row), relation: row.household.relation };
}

async function findLivedIn(db: Db, homeIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (homeIds.length === 0) return new Set();
  const { rows } = await sql<{
    id: string;
  }>`select distinct s.home_id as id from jsonb_array_elements_text(${JSON.stringify(homeIds)}::jsonb) h
    join subject s on s.home_id = h::uuid where s.noun in ('person', 'household')`.execute(db);
  return new Set(rows.map(({ id }) => id));
}
