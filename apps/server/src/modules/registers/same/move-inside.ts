import { dayOf } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { placeInHome } from '../entry/place-of.ts';
import { countTenants } from '../events/settle-people.ts';
import { type Doing, journalSubjects } from '../store/journal.ts';
import { placeSubjects, type SubjectPlace } from '../store/subjects.ts';
import { type SubjectRow, subjectColumns } from '../subject-row.ts';

interface Inside {
  id: string;
  householdId: string | null;
  isActive: boolean;
  place: SubjectPlace;
}

function placeOfRow({ path, area2Id, area3Id, area4Id, buildingId, homeId, householdId }: SubjectPlace): SubjectPlace {
  return { path, area2Id, area3Id, area4Id, buildingId, homeId, householdId };
}

/**
 * Whoever and whatever is in a home or household goes to where another one of the same noun stands: its home, building and micro-grid. Answers
 * those that went. As the system.
 */
export async function moveInside(
  db: Db,
  call: { from: SubjectRow; to: SubjectRow; only?: readonly string[]; doing: Doing },
): Promise<string[]> {
  const { from } = call;
  if (from.noun !== 'home' && from.noun !== 'household') return [];
  const column = sql.ref(from.noun === 'home' ? 'home_id' : 'household_id');
  const only = call.only === undefined ? sql`` : sql`and subject.id = any(${[...call.only]}::uuid[])`;
  const { rows } = await sql<SubjectRow>`select ${subjectColumns} from subject where ${column} = ${from.id} ${only}
    order by subject.id for update`.execute(db);
  await put(
    db,
    call,
    rows.map((row) => ({
      id: row.id,
      householdId: row.householdId,
      isActive: row.state === 'active',
      place: placeOfRow(row),
    })),
  );
  return rows.map(({ id }) => id);
}

async function put(
  db: Db,
  call: { from: SubjectRow; to: SubjectRow; doing: Doing },
  rows: readonly Inside[],
): Promise<void> {
  const { from, to, doing } = call;
  if (rows.length === 0) return;
  // Of a household without a home nobody's place follows.
  const isPlaced = from.homeId !== null && to.homeId !== null;
  const placeOf = ({ householdId, place }: Inside): SubjectPlace => {
    if (to.noun === 'home') return { ...placeInHome(to), householdId };
    return { ...(isPlaced ? placeOfRow(to) : place), householdId: to.id };
  };
  await placeSubjects(
    db,
    rows.map((row) => ({ ...placeOf(row), id: row.id })),
    doing.now,
  );
  const on = dayOf(doing.now);
  await journalSubjects(
    db,
    doing,
    'subject.moved',
    rows
      .filter(({ isActive }) => isActive)
      .map((row) => {
        const place = placeOf(row);
        const { homeId: fromHomeId, path: fromPath } = row.place;
        return {
          id: row.id,
          path: place.path,
          data: { on, homeId: place.homeId, fromHomeId, fromPath, householdId: place.householdId },
        };
      }),
  );
}

/**
 * The way back for those of a list that still are in the kept one. Who joined it anew meanwhile stays: a member of the kept household by a
 * link in force, or a person whose household stays in the kept home. As the system.
 */
export async function putInsideBack(
  db: Db,
  call: { keep: SubjectRow; gone: SubjectRow; ids: readonly string[]; doing: Doing },
): Promise<void> {
  const { keep, gone, doing } = call;
  if (call.ids.length === 0) return;
  const ids = [...call.ids];
  if (keep.noun === 'household') {
    const { rows: stay } = await sql<{ id: string }>`select from_id as id from subject_link
      where to_id = ${keep.id} and kind = 'member' and valid_to is null and from_id = any(${ids}::uuid[])`.execute(db);
    const only = ids.filter((id) => !stay.some((one) => one.id === id));
    await moveInside(db, { from: keep, to: gone, only, doing });
    return;
  }
  const { rows } = await sql<{
    id: string;
    noun: string;
    householdId: string | null;
  }>`select id, noun, household_id as "householdId"
    from subject where id = any(${ids}::uuid[]) and home_id = ${keep.id}`.execute(db);
  const things = rows.filter(({ noun, householdId }) => noun !== 'person' || householdId === null);
  await moveInside(db, { from: keep, to: gone, only: things.map(({ id }) => id), doing });
  const { rows: staying } = await sql<{ id: string }>`select id from subject
    where id = any(${rows.flatMap(({ householdId }) => householdId ?? [])}::uuid[]) and home_id = ${keep.id}`.execute(
    db,
  );
  const people = rows.filter(
    ({ noun, householdId }) =>
      noun === 'person' && householdId !== null && !staying.some((household) => household.id === householdId),
  );
  await moveInside(db, { from: keep, to: gone, only: people.map(({ id }) => id), doing });
}

/** Households to count anew after homes, households or people became one or two. As the system. */
export async function findHouseholdsOf(db: Db, rows: readonly SubjectRow[]): Promise<string[]> {
  const homes = rows.filter(({ noun }) => noun === 'home').map(({ id }) => id);
  const { rows: inside } = await sql<{ id: string }>`select id from subject
    where home_id = any(${homes}::uuid[]) and noun = 'household' and state = 'active'`.execute(db);
  const own = rows.map(({ id, noun, householdId }) => (noun === 'household' ? id : householdId));
  return [...new Set([...inside.map(({ id }) => id), ...own.filter((id) => id !== null)])];
}

/** Tenants of homes, as their links say now. As the system. */
export async function recountTenants(db: Db, rows: readonly SubjectRow[], doing: Doing): Promise<void> {
  const homes = rows.filter(({ noun }) => noun === 'home').map(({ id }) => id);
  if (homes.length > 0) await countTenants(db, { doing, on: dayOf(doing.now) }, homes);
}
