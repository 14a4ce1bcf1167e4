import type { moveIn, OutputOf, ParsedInputOf } from '@linli/contract';
import { dayOf, fieldAccess, mayInArea } from '@linli/domain';
import { type Db, elevated } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import type { RegisterDeps } from '../deps.ts';
import { pairWithLike } from '../entry/add-subject.ts';
import { findByIdentity, lockIdentity } from '../entry/identity.ts';
import { placeInHome } from '../entry/place-of.ts';
import { readEntries } from '../entry/read-entries.ts';
import { writeEntries } from '../entry/write-entries.ts';
import { journalSubjects } from '../store/journal.ts';
import { insertSubjects, setSubjectStates } from '../store/subjects.ts';
import { lockSubjects, type SubjectRow } from '../subject-row.ts';
import { doingOf, type EventCall, getTarget } from './event-scene.ts';
import { asHead, checkRelation, makeHousehold, settlePeople } from './settle-people.ts';

type Call = EventCall<ParsedInputOf<typeof moveIn>>;

/** Somebody comes to live in a home: the one with this identity number where there is one, a new entry where not. */
export async function comeToLive(db: Db, deps: RegisterDeps, call: Call): Promise<OutputOf<typeof moveIn>> {
  const { actor, input, now } = call;
  checkRelation(input.relation);
  if (input.on > dayOf(now)) refuse('event-day-wrong');
  const home = await getTarget(db, call, input.homeId, 'home');
  const joined = input.householdId === undefined ? null : await getTarget(db, call, input.householdId, 'household');
  if (joined && joined.homeId !== home.id) refuse('subject-elsewhere');
  const read = readEntries('person', input.fields, {
    today: dayOf(now),
    mayEnter: (field) => fieldAccess(actor, field, home.path) !== 'hidden',
  });
  const doing = doingOf(call);
  return elevated(db, async () => {
    await lockIdentity(db, home.siteId, 'person', read);
    const known = await findByIdentity(db, deps, home.siteId, read);
    const person = known ? await welcomeBack(db, call, known, home) : await enterNew(db, call, home);
    const householdId = joined?.id ?? (input.as === 'tenant' ? null : await makeHousehold(db, call, home, person.name));
    const roles = joined ? new Map([[person.id, input.relation ?? '']]) : asHead(person.id);
    await writeEntries(db, deps.crypto, {
      subject: { ...person, path: home.path },
      read,
      source: input.source,
      sourceId: null,
      doing,
      journal: known ? 'changed' : 'caller',
    });
    // After the values: who lives how follows from their birth.
    await settlePeople(db, call, { people: [person], home, householdId, roles, as: input.as });
    const likeIds = known ? [] : await pairWithLike(db, person.id, now);
    return { subjectId: person.id, householdId, isNew: known === null, likeIds };
  });
}

async function welcomeBack(db: Db, call: Call, known: SubjectRow, home: SubjectRow): Promise<SubjectRow> {
  if (known.state === 'dead') refuse('subject-gone');
  if (known.state === 'active') {
    if (known.homeId === home.id) refuse('same-home');
    // Present elsewhere: only whoever keeps both places can move them.
    if (!mayInArea(call.actor, 'registers:edit', known.path)) refuse('subject-elsewhere');
  }
  if (known.since !== null && call.input.on < known.since) refuse('event-day-wrong');
  await setSubjectStates(db, [{ id: known.id, state: 'active', until: null }], call.now);
  // Who had left has no household or home to leave now.
  return known.state === 'active' ? known : { ...known, householdId: null, homeId: null };
}

async function enterNew(db: Db, call: Call, home: SubjectRow): Promise<SubjectRow> {
  const id = newId();
  await insertSubjects(db, [
    {
      ...placeInHome(home),
      homeId: null,
      id,
      siteId: home.siteId,
      noun: 'person',
      kind: 'resident',
      name: call.input.name,
      lng: home.lng,
      lat: home.lat,
      since: call.input.on,
      createdAt: call.now,
    },
  ]);
  await journalSubjects(db, doingOf(call), 'subject.added', [
    { id, path: home.path, data: { noun: 'person', source: call.input.source } },
  ]);
  const [made] = await lockSubjects(db, [id]);
  return made ?? refuse('not-found');
}
