import { createHash } from 'node:crypto';
import { type CareState, dayOf, type RuleFacts } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { newId } from '../../../platform/ids.ts';
import { journalSubjects } from '../store/journal.ts';
import type { CareRules } from './care-rules.ts';

interface PersonFacts {
  id: string;
  path: string;
  kind: string;
  born: string | null;
  active: boolean;
  person: Record<string, unknown>;
  household: Record<string, unknown> | null;
  home: Record<string, unknown> | null;
  living: (string | null)[] | null;
}
interface Holding {
  id: string;
  subjectId: string;
  kind: 'care' | 'policy';
  classCode: string;
  gradeCode: string;
  served: boolean | null;
}
interface Change {
  kind: 'care.entered' | 'care.left' | 'care.regraded';
  person: PersonFacts;
  data: Record<string, unknown>;
}

/**
 * Puts people into the classes their facts say and out of those they no longer are in; the same for policies. Journals every move of a care
 * class; `quiet`: nobody is told one by one (a class that is new, a first reading). As the system.
 */
export async function applyCare(
  db: Db,
  rules: CareRules,
  call: { personIds: readonly string[]; now: Date; telling: 'told' | 'quiet' },
): Promise<void> {
  const people = await findPeople(db, call.personIds);
  if (people.length === 0) return;
  const holdings = await findHoldings(
    db,
    people.map(({ id }) => id),
  );
  const today = dayOf(call.now);
  const ended: string[] = [];
  const begun: Omit<Holding, never>[] = [];
  const served: { id: string; served: boolean }[] = [];
  const changes: Change[] = [];
  for (const person of people) {
    const now = person.active ? rules.match(factsOf(person), today) : { care: [], policies: [] };
    const held = holdings.get(person.id) ?? [];
    const wanted = wantedOf(now);
    for (const one of held) {
      const stays = wanted.find((want) => want.kind === one.kind && want.classCode === one.classCode);
      if (stays && stays.gradeCode === one.gradeCode) {
        if (stays.served !== one.served) served.push({ id: one.id, served: stays.served === true });
      } else ended.push(one.id);
      if (one.kind === 'care' && !stays)
        changes.push({ kind: 'care.left', person, data: { classCode: one.classCode, gradeCode: one.gradeCode } });
    }
    for (const want of wanted) {
      const before = held.find((one) => one.kind === want.kind && one.classCode === want.classCode);
      if (before?.gradeCode === want.gradeCode) continue;
      begun.push({ ...want, id: newId(), subjectId: person.id });
      if (want.kind === 'care')
        changes.push({
          kind: before ? 'care.regraded' : 'care.entered',
          person,
          data: {
            classCode: want.classCode,
            gradeCode: want.gradeCode,
            ...(before ? { fromGrade: before.gradeCode } : {}),
          },
        });
    }
  }
  await write(db, { ended, begun, served, now: call.now });
  await journal(db, changes, call);
}

function wantedOf(state: CareState): Omit<Holding, 'id' | 'subjectId'>[] {
  return [
    ...state.care.map(({ classCode, gradeCode }) => ({ kind: 'care' as const, classCode, gradeCode, served: null })),
    ...state.policies.map(({ code, served }) => ({ kind: 'policy' as const, classCode: code, gradeCode: '', served })),
  ];
}

function factsOf(person: PersonFacts): RuleFacts {
  const { kind, born, living } = person;
  return {
    kind,
    born,
    living,
    fields: { person: person.person, household: person.household ?? {}, home: person.home ?? {} },
  };
}

async function findPeople(db: Db, ids: readonly string[]): Promise<PersonFacts[]> {
  const { rows } = await sql<
    Omit<PersonFacts, 'living'> & { householdId: string | null }
  >`select person.id, person.path::text as path, person.kind, person.born, person.state = 'active' as active, person.household_id as "householdId",
      person.fields as person, household.fields as household, home.fields as home
    from subject person left join subject household on household.id = person.household_id left join subject home on home.id = person.home_id
    where person.id = any(${[...new Set(ids)]}::uuid[]) and person.noun = 'person'
    order by person.id for no key update of person`.execute(db);
  const births = await findBirths(
    db,
    rows.flatMap(({ householdId }) => householdId ?? []),
  );
  return rows.map(({ householdId, ...person }) => ({
    ...person,
    living: householdId === null ? null : (births.get(householdId) ?? null),
  }));
}

/** When those who live in each household were born. One question for all: asked per person it is a walk through the register where the database has no statistics yet. */
async function findBirths(db: Db, householdIds: readonly string[]): Promise<ReadonlyMap<string, (string | null)[]>> {
  const { rows } = await sql<{
    id: string;
    births: (string | null)[];
  }>`select household_id as id, jsonb_agg(born) as births from subject
    where household_id = any(${[...new Set(householdIds)]}::uuid[]) and noun = 'person' and state = 'active' group by household_id`.execute(
    db,
  );
  return new Map(rows.map(({ id, births }) => [id, births]));
}

async function findHoldings(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Holding[]>> {
  const { rows } =
    await sql<Holding>`select id, subject_id as "subjectId", kind, class_code as "classCode", grade_code as "gradeCode", served
    from care_holding where subject_id = any(${[...ids]}::uuid[]) and left_at is null`.execute(db);
  const bySubject = new Map<string, Holding[]>();
  for (const row of rows) bySubject.set(row.subjectId, [...(bySubject.get(row.subjectId) ?? []), row]);
  return bySubject;
}

async function write(
  db: Db,
  call: {
    ended: readonly string[];
    begun: readonly Holding[];
    served: readonly { id: string; served: boolean }[];
    now: Date;
  },
): Promise<void> {
  const { ended, begun, served, now } = call;
  if (ended.length > 0)
    await sql`update care_holding set left_at = ${now} where id = any(${[...ended]}::uuid[])`.execute(db);
  if (served.length > 0)
    await sql`update care_holding set served = s.served
      from jsonb_to_recordset(${JSON.stringify(served)}::jsonb) as s(id uuid, served boolean) where care_holding.id = s.id`.execute(
      db,
    );
  if (begun.length > 0)
    await sql`insert into care_holding (id, subject_id, kind, class_code, grade_code, served, entered_at)
      select h.id, h."subjectId", h.kind, h."classCode", h."gradeCode", h.served, ${now}
      from jsonb_to_recordset(${JSON.stringify(begun)}::jsonb) as h(id uuid, "subjectId" uuid, kind text, "classCode" text, "gradeCode" text, served boolean)`.execute(
      db,
    );
}

async function journal(
  db: Db,
  changes: readonly Change[],
  call: { now: Date; telling: 'told' | 'quiet' },
): Promise<void> {
  const doing = { now: call.now, actorId: null, requestId: null };
  const quiet = call.telling === 'quiet' ? { quiet: true } : {};
  for (const kind of ['care.entered', 'care.left', 'care.regraded'] as const)
    await journalSubjects(
      db,
      doing,
      kind,
      changes
        .filter((change) => change.kind === kind)
        .map(({ person, data }) => ({ id: person.id, path: person.path, data: { ...data, ...quiet } })),
    );
}

/** A short name of a version of the rules. */
export function versionKey(rules: CareRules): string {
  return createHash('sha256').update(rules.version).digest('hex');
}
