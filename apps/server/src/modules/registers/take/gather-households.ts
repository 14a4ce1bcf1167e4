import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { newId } from '../../../platform/ids.ts';
import type { NewLink } from '../store/links.ts';
import { type NewSubject, renameSubjects } from '../store/subjects.ts';
import { placeOf } from './find-homes.ts';
import type { Incoming, TakeCall } from './incoming.ts';
import { type Numbered, numberKey } from './numbered-households.ts';

/** A person of a list with the dwelling they live in; `householdId` where they belong to one already. */
export interface Dweller {
  id: string;
  row: Incoming;
  homeId: string;
  householdId: string | null;
}

interface Household {
  id: string;
  hasHead: boolean;
  /** Made by this batch. */
  made: NewSubject | null;
}

export interface Gathered {
  /** Of people who join one now. */
  householdOf: ReadonlyMap<string, string>;
  made: NewSubject[];
  links: Omit<NewLink, 'validFrom' | 'source'>[];
}

const headCode = '02';

/**
 * Puts people of one list into households: by the number the list gives, else those of one home together, a second head beginning a
 * household of their own. Who belongs to one in that home stays there. As the system, before people are placed.
 */
export async function gatherHouseholds(
  db: Db,
  call: TakeCall & { numbered: Numbered },
  dwellers: readonly Dweller[],
): Promise<Gathered> {
  const householdOf = new Map<string, string>();
  const links: Omit<NewLink, 'validFrom' | 'source'>[] = [];
  const known = await findHouseholds(db, call.numbered, dwellers);
  const renamed: { id: string; name: string; kind: string }[] = [];
  for (const dweller of dwellers) {
    const { id, row, homeId } = dweller;
    const { number, relation } = row.household;
    const isHead = relation === headCode;
    const numbered = number === null ? null : (call.numbered.get(numberKey(homeId, number)) ?? null);
    let household =
      known.byId.get(dweller.householdId ?? '') ??
      (numbered === null ? lastOf(known, homeId, isHead) : known.byId.get(numbered));
    if (!household) {
      household = { id: numbered ?? newId(), hasHead: false, made: newHousehold(call, row, homeId) };
      if (household.made) household.made.id = household.id;
      known.byId.set(household.id, household);
    }
    if (numbered === null) known.last.set(homeId, household);
    if (isHead && !household.hasHead) {
      if (household.made) household.made.name = row.name;
      else if (dweller.householdId === null) renamed.push({ id: household.id, name: row.name, kind: 'family' });
      household.hasHead = true;
    }
    if (dweller.householdId === null) householdOf.set(id, household.id);
    if (dweller.householdId === null || relation !== null)
      links.push({ fromId: id, toId: household.id, kind: 'member', role: relation ?? '' });
  }
  await renameSubjects(db, renamed, call.now);
  return { householdOf, made: [...known.byId.values()].flatMap((one) => one.made ?? []), links };
}

type Known = { byId: Map<string, Household>; last: Map<string, Household> };

function lastOf(known: Known, homeId: string, isHead: boolean): Household | undefined {
  const last = known.last.get(homeId);
  return last && isHead && last.hasHead ? undefined : last;
}

async function findHouseholds(db: Db, numbered: Numbered, dwellers: readonly Dweller[]): Promise<Known> {
  const known: Known = { byId: new Map(), last: new Map() };
  const homeIds = [...new Set(dwellers.map(({ homeId }) => homeId))];
  if (homeIds.length === 0) return known;
  const { rows } = await sql<{ id: string; homeId: string; hasHead: boolean }>`select s.id, s.home_id as "homeId",
      exists (select from subject_link l where l.to_id = s.id and l.kind = 'member' and l.role in ('01', ${headCode}) and l.valid_to is null) as "hasHead"
    from subject s where s.home_id = any(${homeIds}::uuid[]) and s.noun = 'household' and s.state = 'active'
    order by s.created_at, s.id`.execute(db);
  // A household with a number of its own takes nobody in without it.
  const numbers = new Set(numbered.values());
  for (const { id, homeId, hasHead } of rows) {
    const household: Household = { id, hasHead, made: null };
    known.byId.set(id, household);
    if (!numbers.has(id)) known.last.set(homeId, household);
  }
  return known;
}

function newHousehold(call: TakeCall, row: Incoming, homeId: string): NewSubject {
  return {
    ...placeOf(row),
    id: '',
    homeId,
    householdId: null,
    siteId: call.siteId,
    noun: 'household',
    kind: 'family',
    name: row.name,
    since: null,
    createdAt: call.now,
  };
}
