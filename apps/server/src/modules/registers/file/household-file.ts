import type { getHouseholdFile, OutputOf } from '@linli/contract';
import { type Actor, mayInArea } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import type { RegisterDeps } from '../deps.ts';
import { findReader, mustRead, type Reader } from '../policy.ts';
import { findFieldViews } from '../subject-fields.ts';
import { findSubjectRows, getSubjectRow, type SubjectRow, subjectColumns } from '../subject-row.ts';
import { subjectLine, subjectRef } from '../subject-view.ts';

type File = OutputOf<typeof getHouseholdFile>;
type Member = File['others'][number];

interface LinkRow {
  fromId: string;
  toId: string;
  kind: 'member' | 'owner' | 'tenant' | 'guardian';
  role: string;
  validFrom: string;
}

/**
 * The file of a home: found by the home, a household or a person in it. Who belongs to no home has the file of their household. What the
 * reader may not see is left out without a trace.
 */
export async function findHouseholdFile(
  db: Db,
  deps: RegisterDeps,
  call: { actor: Actor; subjectId: string; now: Date },
): Promise<File> {
  const { actor, now } = call;
  const asked = await getSubjectRow(db, call.subjectId, 'read');
  const reader: Reader = { ...(await findReader(db, actor)), own: new Set() };
  mustRead(reader, asked);
  const homeId = asked.noun === 'home' ? asked.id : asked.homeId;
  const householdId = asked.noun === 'household' ? asked.id : asked.householdId;
  const inside = await findInside(db, { homeId, householdId, askedId: asked.id });
  const rows = inside.filter((row) => mayInArea(actor, 'registers:read', row.path));
  const home = rows.find((row) => row.id === homeId && row.noun === 'home') ?? null;
  const links = await findLinks(
    db,
    rows.map(({ id }) => id),
  );
  const linked = await findSubjectRows(
    db,
    links.flatMap(({ fromId, toId }) => [fromId, toId]),
  );
  const views = await findFieldViews(db, deps.crypto, { reader, rows, now, only: 'known' });
  const care = await findCare(db, actor, rows);
  const refs = (ids: readonly string[]) =>
    ids.flatMap((id) => linked.get(id) ?? []).map((row) => subjectRef(reader, row));
  const fieldsOf = (row: SubjectRow) => views.get(row.id) ?? [];
  const of = (noun: SubjectRow['noun']) => rows.filter((row) => row.noun === noun && row.state === 'active');
  const member = (row: SubjectRow): Member => {
    const link = links.find((one) => one.kind === 'member' && one.fromId === row.id && one.toId === row.householdId);
    return {
      subject: subjectRef(reader, row),
      relation: link?.role ?? '',
      since: link?.validFrom ?? row.since,
      fields: fieldsOf(row),
      // Tags have their own sensitivity: the page asks `tags` for those the reader may see.
      tags: [],
      care: care.get(row.id) ?? [],
      guardians: refs(
        links.filter((one) => one.kind === 'guardian' && one.toId === row.id).map(({ fromId }) => fromId),
      ),
    };
  };
  const people = of('person');
  const households = of('household');
  const byKind = (kind: LinkRow['kind']) =>
    refs(links.filter((one) => one.kind === kind && one.toId === homeId).map(({ fromId }) => fromId));
  const address = home?.name ?? asked.name;
  return {
    home: home && { subject: withoutFields(deps, reader, home), fields: fieldsOf(home) },
    address: home ? address : '',
    owners: byKind('owner'),
    tenants: byKind('tenant'),
    households: households.map((row) => ({
      subject: subjectRef(reader, row),
      fields: fieldsOf(row),
      members: people.filter((person) => person.householdId === row.id).map(member),
    })),
    others: people.filter((person) => !households.some((row) => row.id === person.householdId)).map(member),
    entities: of('entity').map((row) => ({ subject: subjectRef(reader, row), fields: fieldsOf(row) })),
    cases: home ? await deps.ports.casesAt(db, actor, { area4Id: home.area4Id, address }) : [],
  };
}

function withoutFields(deps: RegisterDeps, reader: Reader, row: SubjectRow): NonNullable<File['home']>['subject'] {
  const { fields: _none, ...line } = subjectLine(reader, row, {
    places: deps.places.get(),
    homes: new Map(),
    fields: [],
  });
  return line;
}

/** The home with all in it, or the household with its members; the one asked for in any case. */
async function findInside(
  db: Db,
  of: { homeId: string | null; householdId: string | null; askedId: string },
): Promise<SubjectRow[]> {
  const { rows } = await sql<SubjectRow>`select ${subjectColumns} from subject where subject.id = ${of.askedId}
    union all select ${subjectColumns} from subject where subject.id = ${of.homeId} and subject.id <> ${of.askedId}
    union all select ${subjectColumns} from subject where subject.home_id = ${of.homeId} and subject.state = 'active' and subject.id <> ${of.askedId}
    union all select ${subjectColumns} from subject where ${of.homeId}::uuid is null and subject.state = 'active' and subject.id <> ${of.askedId}
      and (subject.household_id = ${of.householdId} or subject.id = ${of.householdId})
    order by "since" nulls last, id`.execute(db);
  return rows;
}

async function findLinks(db: Db, ids: readonly string[]): Promise<LinkRow[]> {
  const { rows } =
    await sql<LinkRow>`select from_id as "fromId", to_id as "toId", kind, role, valid_from as "validFrom" from subject_link
    where (from_id = any(${[...ids]}::uuid[]) or to_id = any(${[...ids]}::uuid[])) and valid_to is null
      and kind in ('member', 'owner', 'tenant', 'guardian') order by valid_from`.execute(db);
  return rows;
}

async function findCare(
  db: Db,
  actor: Actor,
  rows: readonly SubjectRow[],
): Promise<ReadonlyMap<string, Member['care']>> {
  const ids = rows.filter((row) => mayInArea(actor, 'registers:care', row.path)).map(({ id }) => id);
  const found = await sql<{
    id: string;
    classCode: string;
    gradeCode: string;
  }>`select subject_id as id, class_code as "classCode",
      grade_code as "gradeCode" from care_holding where subject_id = any(${ids}::uuid[]) and left_at is null and kind = 'care'
    order by class_code`.execute(db);
  const bySubject = new Map<string, Member['care']>();
  for (const { id, ...held } of found.rows) bySubject.set(id, [...(bySubject.get(id) ?? []), held]);
  return bySubject;
}
