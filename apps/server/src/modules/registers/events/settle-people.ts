import { findCode } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { placeInHome } from '../entry/place-of.ts';
import { type NewFact, writeFacts } from '../store/facts.ts';
import { type Doing, journalChanges, journalSubjects } from '../store/journal.ts';
import { endLinks, insertLinks } from '../store/links.ts';
import { insertSubjects, placeSubjects } from '../store/subjects.ts';
import type { SubjectRow } from '../subject-row.ts';
import { doingOf, type EventCall, settleHouseholds } from './event-scene.ts';

const head = '02';

/** The person themselves, or the head: at most one of a household. */
export function isHead(role: string): boolean {
  return role === head || role === '01';
}

export function checkRelation(relation: string | undefined): void {
  if (relation !== undefined && !findCode('familyRelation', relation)) refuse('relation-unknown');
}

/** A household of its own in a home, named by its head. As the system. Answers its id. */
export async function makeHousehold(db: Db, call: EventCall<unknown>, home: SubjectRow, name: string): Promise<string> {
  const id = newId();
  await insertSubjects(db, [
    {
      ...placeInHome(home),
      id,
      siteId: home.siteId,
      noun: 'household',
      kind: 'family',
      name,
      lng: home.lng,
      lat: home.lat,
      since: call.input.on,
      createdAt: call.now,
    },
  ]);
  await journalSubjects(db, doingOf(call), 'subject.added', [{ id, path: home.path, data: { noun: 'household' } }]);
  return id;
}

/**
 * Puts people into a home and a household there: memberships and tenancies end and begin on the day, households left behind are counted anew.
 * As the system.
 */
export async function settlePeople(
  db: Db,
  call: EventCall<unknown>,
  move: {
    people: readonly SubjectRow[];
    home: SubjectRow;
    householdId: string | null;
    roles: ReadonlyMap<string, string>;
    as: 'member' | 'tenant';
  },
): Promise<void> {
  const { people, home, householdId } = move;
  const ids = people.map(({ id }) => id);
  const { on } = call.input;
  const before = people.map((person) => person.homeId);
  await endLinks(db, { fromIds: ids, kinds: ['member', 'tenant'], on });
  await placeSubjects(
    db,
    ids.map((id) => ({ ...placeInHome(home), id, householdId })),
    call.now,
  );
  if (householdId !== null)
    await insertLinks(
      db,
      ids.map((fromId) => ({
        fromId,
        toId: householdId,
        kind: 'member',
        role: move.roles.get(fromId) ?? '',
        validFrom: on,
        source: 'office',
      })),
    );
  if (move.as === 'tenant')
    await insertLinks(
      db,
      ids.map((fromId) => ({ fromId, toId: home.id, kind: 'tenant', role: '', validFrom: on, source: 'office' })),
    );
  await journalSubjects(
    db,
    doingOf(call),
    'subject.moved',
    people.map((person) => ({
      id: person.id,
      path: home.path,
      data: { on, homeId: home.id, fromHomeId: person.homeId, fromPath: person.path, householdId },
    })),
  );
  await countTenants(db, { doing: doingOf(call), on }, [home.id, ...before]);
  await settleHouseholds(db, call, [...people.map((person) => person.householdId), householdId]);
}

/** Tenants of homes, as the links say; only of homes that are or were let. As the system. */
export async function countTenants(
  db: Db,
  call: { doing: Doing; on: string },
  homeIds: readonly (string | null)[],
): Promise<void> {
  const ids = [...new Set(homeIds.filter((id) => id !== null))];
  const { rows } = await sql<{ id: string; n: number }>`select home.id, count(link.id)::int as n from subject home
    left join subject_link link on link.to_id = home.id and link.kind = 'tenant' and link.valid_to is null
    where home.id = any(${ids}::uuid[]) and home.noun = 'home' group by home.id, home.fields
    having count(link.id) > 0 or home.fields ? 'tenants'`.execute(db);
  const facts = rows.map(
    ({ id, n }): NewFact => ({
      subjectId: id,
      noun: 'home',
      field: 'tenants',
      value: n,
      source: 'derived',
      sourceId: null,
      since: call.on,
      recordedBy: null,
    }),
  );
  const { doing } = call;
  await journalChanges(db, doing, await writeFacts(db, facts, { now: doing.now, sameValues: 'leave' }));
}

/** Relations the movers have now, so that a household that moves as a whole keeps them. As the system. */
export async function findRoles(db: Db, people: readonly SubjectRow[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; role: string }>`select from_id as id, role from subject_link
    where from_id = any(${people.map(({ id }) => id)}::uuid[]) and kind = 'member' and valid_to is null`.execute(db);
  return new Map(rows.map(({ id, role }) => [id, role]));
}

/** What they last were to the head of a household they lived in before; of nobody that they were its head. As the system. */
export async function findFormerRoles(
  db: Db,
  people: readonly SubjectRow[],
  householdId: string,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; role: string }>`select distinct on (from_id) from_id as id, role
    from subject_link where from_id = any(${people.map(({ id }) => id)}::uuid[]) and to_id = ${householdId}
      and kind = 'member' and valid_to is not null and role <> '' order by from_id, valid_to desc, id desc`.execute(db);
  return new Map(rows.filter(({ role }) => !isHead(role)).map(({ id, role }) => [id, role]));
}

/** The head's relation, for whoever begins a household. */
export function asHead(personId: string): ReadonlyMap<string, string> {
  return new Map([[personId, head]]);
}
