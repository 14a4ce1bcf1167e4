import { dayOf, mayInArea, type SubjectNoun } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import type { RegisterCall } from '../deps.ts';
import { mustBeThere, mustEdit } from '../policy.ts';
import { type Doing, journalSubjects } from '../store/journal.ts';
import { endLinks } from '../store/links.ts';
import { setSubjectStates } from '../store/subjects.ts';
import { getSubjectRow, lockSubjects, type SubjectRow } from '../subject-row.ts';
import { refreshHouseholds } from './refresh-households.ts';

export type EventCall<I> = RegisterCall<I & { on: string; words: string }>;

export function doingOf(call: Pick<RegisterCall<unknown>, 'actor' | 'now' | 'requestId'>): Doing {
  return { now: call.now, actorId: call.actor.accountId, requestId: call.requestId };
}

/** The subject of an event, locked: there, of the right kind, kept by this actor, and the day not before it began nor after today. */
export async function beginEvent<I>(
  db: Db,
  call: EventCall<I>,
  subject: { id: string; nouns: readonly SubjectNoun[] },
): Promise<SubjectRow> {
  const row = await getSubjectRow(db, subject.id, 'lock');
  mustEdit(call.actor, row);
  if (!subject.nouns.includes(row.noun)) refuse('noun-wrong');
  mustBeThere(row);
  checkDay(row, call.input.on, call.now);
  return row;
}

export function checkDay(row: Pick<SubjectRow, 'since'>, on: string, now: Date): void {
  if (on > dayOf(now) || (row.since !== null && on < row.since)) refuse('event-day-wrong');
}

/** A person alone, or a household with all its members: all locked, the household last in the list. As the system. */
export async function lockMovers(
  db: Db,
  row: SubjectRow,
): Promise<{ people: SubjectRow[]; household: SubjectRow | null }> {
  if (row.noun === 'person') return { people: [row], household: null };
  const { rows } = await sql<{
    id: string;
  }>`select id from subject where household_id = ${row.id} and noun = 'person' and state = 'active'`.execute(db);
  return {
    people: await lockSubjects(
      db,
      rows.map(({ id }) => id),
    ),
    household: row,
  };
}

/** Ends subjects with their links, journals it, ends households nobody is left in and counts the others anew. As the system. */
export async function leave(
  db: Db,
  call: EventCall<unknown>,
  leaving: { rows: readonly SubjectRow[]; state: 'left' | 'dead' | 'ended'; data: Record<string, unknown> },
): Promise<void> {
  const { rows, state } = leaving;
  const ids = rows.map(({ id }) => id);
  const { on } = call.input;
  await setSubjectStates(
    db,
    ids.map((id) => ({ id, state, until: on })),
    call.now,
  );
  // Who moves away may still own what they owned, and be guardian.
  const kinds =
    state === 'left'
      ? (['member', 'tenant', 'responsible'] as const)
      : (['member', 'owner', 'tenant', 'guardian', 'runs', 'responsible'] as const);
  await endLinks(db, { fromIds: ids, kinds, on });
  if (state !== 'left') await endLinks(db, { toIds: ids, kinds, on });
  await journalSubjects(
    db,
    doingOf(call),
    'subject.ended',
    rows.map(({ id, path }) => ({ id, path, data: { state, on, ...leaving.data } })),
  );
  await settleHouseholds(
    db,
    call,
    rows.map(({ householdId }) => householdId),
  );
}

/** After people left households: those without anybody end, the others are counted anew. As the system. */
export async function settleHouseholds(
  db: Db,
  call: EventCall<unknown>,
  householdIds: readonly (string | null)[],
): Promise<void> {
  const ids = [...new Set(householdIds.filter((id) => id !== null))];
  if (ids.length === 0) return;
  const { rows: empty } = await sql<{ id: string; path: string }>`update subject set state = 'ended',
      until = greatest(coalesce(since, ${call.input.on}::date), ${call.input.on}::date),
      revision = revision + 1, changed_at = ${call.now}
    where id = any(${ids}::uuid[]) and noun = 'household' and state = 'active'
      and not exists (select from subject person where person.household_id = subject.id and person.noun = 'person' and person.state = 'active')
    returning id, path::text as path`.execute(db);
  await journalSubjects(
    db,
    doingOf(call),
    'subject.ended',
    empty.map(({ id, path }) => ({ id, path, data: { state: 'ended', on: call.input.on } })),
  );
  await refreshHouseholds(
    db,
    ids.filter((id) => !empty.some((one) => one.id === id)),
    doingOf(call),
  );
}

/** A household or home somebody joins, which the actor keeps too. */
export async function getTarget<I>(db: Db, call: EventCall<I>, id: string, noun: SubjectNoun): Promise<SubjectRow> {
  const row = await getSubjectRow(db, id, 'read');
  if (row.noun !== noun) refuse('not-found');
  if (!mayInArea(call.actor, 'registers:edit', row.path)) mustEdit(call.actor, row);
  mustBeThere(row);
  return row;
}

/** Runs the writes of an event as the product. */
export function asProduct<T>(db: Db, work: () => Promise<T>): Promise<T> {
  return elevated(db, work);
}
