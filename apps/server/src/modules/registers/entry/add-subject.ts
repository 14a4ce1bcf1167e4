import type { addSubject, OutputOf, ParsedInputOf } from '@linli/contract';
import { dayOf, fieldAccess, findCode, mayInArea } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { insertHomes } from '../../places/index.ts';
import type { RegisterCall, RegisterDeps } from '../deps.ts';
import { refreshHouseholds } from '../events/refresh-households.ts';
import { mustEdit } from '../policy.ts';
import { findNearPeople, insertSamePairs } from '../same/find-same.ts';
import type { Doing } from '../store/journal.ts';
import { journalSubjects } from '../store/journal.ts';
import { insertLinks, type NewLink } from '../store/links.ts';
import { insertSubjects } from '../store/subjects.ts';
import { getSubjectRow, lockSubjects, type SubjectRow } from '../subject-row.ts';
import { mustBeFreeCode } from './component-taken.ts';
import { findKnownSubject, lockIdentity, type Room } from './identity.ts';
import { type ReadPlace, readPlace } from './place-of.ts';
import { readEntries } from './read-entries.ts';
import { writeEntries } from './write-entries.ts';

type Input = ParsedInputOf<typeof addSubject>;
type Call = RegisterCall<Input>;

/** Enters a subject. Whoever is known already by number, code or room is filled up instead of entered twice. */
export async function enterSubject(db: Db, deps: RegisterDeps, call: Call): Promise<OutputOf<typeof addSubject>> {
  const { actor, input, now } = call;
  const today = dayOf(now);
  const place = await readPlace(db, deps.places.get(), input.place);
  mustEdit(actor, place);
  if ((input.since ?? today) > today)
    refuse('input-invalid', {}, { fields: [{ path: 'since', code: 'too-big', params: { max: today } }] });
  const household = await householdFor(db, call);
  const read = readEntries(input.noun, input.fields, {
    today,
    mayEnter: (field) => fieldAccess(actor, field, place.path) !== 'hidden',
  });
  const links = await readLinks(db, call);
  const room = roomOf(input);
  const doing: Doing = { now, actorId: actor.accountId, requestId: call.requestId };
  return elevated(db, async () => {
    await lockIdentity(db, place.siteId, input.noun, read, room);
    const known = await findKnownSubject(db, deps, { noun: input.noun, siteId: place.siteId, read, room });
    await mustBeFreeCode(db, {
      read,
      entries: input.fields,
      kind: known?.kind ?? input.kind,
      ownId: known?.id ?? null,
    });
    if (known) {
      if (!mayInArea(actor, 'registers:edit', known.path)) refuse('subject-elsewhere');
      if (known.state !== 'active') refuse('subject-gone');
      await writeEntries(db, deps.crypto, {
        subject: known,
        read,
        source: input.source,
        sourceId: null,
        doing,
        journal: 'changed',
      });
      await insertLinks(
        db,
        links.map((link) => ({ ...link, fromId: known.id })),
      );
      return { subjectId: known.id, isNew: false, likeIds: [] };
    }
    const id = await makeSubject(db, { input, place: { ...place, householdId: household?.id ?? null }, today, now });
    await writeEntries(db, deps.crypto, {
      subject: { id, noun: input.noun, path: place.path },
      read,
      source: input.source,
      sourceId: null,
      doing,
      journal: 'caller',
    });
    await insertLinks(db, [
      ...links.map((link) => ({ ...link, fromId: id })),
      ...memberLink(call, household, id, today),
    ]);
    await journalSubjects(db, doing, 'subject.added', [
      { id, path: place.path, data: { noun: input.noun, source: input.source } },
    ]);
    await refreshHouseholds(db, input.noun === 'household' ? [id] : [household?.id ?? null], doing);
    return { subjectId: id, isNew: true, likeIds: input.noun === 'person' ? await pairWithLike(db, id, now) : [] };
  });
}

function roomOf({ noun, place, room }: Input): Room | undefined {
  return noun === 'home' && place.buildingId !== undefined && room !== undefined
    ? { buildingId: place.buildingId, room }
    : undefined;
}

async function householdFor(db: Db, { input }: Call): Promise<SubjectRow | null> {
  if (input.relation !== undefined && !findCode('familyRelation', input.relation)) refuse('relation-unknown');
  if (input.householdId === undefined || input.noun !== 'person') return null;
  const household = await getSubjectRow(db, input.householdId, 'read');
  if (household.noun !== 'household') refuse('not-found');
  if (household.state !== 'active') refuse('subject-gone');
  return household;
}

async function readLinks(db: Db, { actor, input, now }: Call): Promise<Omit<NewLink, 'fromId'>[]> {
  const links: Omit<NewLink, 'fromId'>[] = [];
  for (const { toId, kind, role } of input.links) {
    const other = await getSubjectRow(db, toId, 'read');
    mustEdit(actor, other);
    links.push({ toId, kind, role, validFrom: input.since ?? dayOf(now), source: input.source });
  }
  return links;
}

function memberLink({ input }: Call, household: SubjectRow | null, id: string, today: string): NewLink[] {
  if (!household) return [];
  return [
    {
      fromId: id,
      toId: household.id,
      kind: 'member',
      role: input.relation ?? '',
      validFrom: input.since ?? today,
      source: input.source,
    },
  ];
}

async function makeSubject(
  db: Db,
  call: { input: Input; place: ReadPlace; today: string; now: Date },
): Promise<string> {
  const { input, place, today, now } = call;
  const { siteId, lng, lat, ...where } = place;
  let id = newId();
  if (input.noun === 'home') {
    const { buildingId, homeId: _none } = where;
    if (buildingId === null || input.room === undefined)
      return refuse('input-invalid', {}, { fields: [{ path: 'room', code: 'required', params: {} }] });
    const { rows } = await sql<{
      id: string;
    }>`select id from home where building_id = ${buildingId} and room = ${input.room}`.execute(db);
    if (rows[0]) id = rows[0].id;
    else
      await insertHomes(db, [{ id, buildingId, room: input.room, areaCm2: Math.round((input.areaM2 ?? 0) * 10_000) }]);
  }
  await insertSubjects(db, [
    {
      ...where,
      id,
      siteId,
      noun: input.noun,
      kind: input.kind,
      name: input.name,
      lng,
      lat,
      since: input.since ?? today,
      createdAt: now,
    },
  ]);
  return id;
}

/** Others that may be the same person wait at the merge desk. As the system. */
export async function pairWithLike(db: Db, id: string, now: Date): Promise<string[]> {
  const [row] = await lockSubjects(db, [id]);
  if (!row) return [];
  const { siteId, name, born, homeId, buildingId, area3Id, path } = row;
  const near = await findNearPeople(db, [{ at: 0, id, siteId, name, born, homeId, buildingId, area3Id }]);
  await insertSamePairs(
    db,
    near.map(({ subjectId, score, agreed }) => ({
      oneId: id,
      otherId: subjectId,
      ground: 'near',
      score,
      agreed,
      path,
    })),
    now,
  );
  return near.map(({ subjectId }) => subjectId).slice(0, 20);
}
