import type { endSubject, moveOut, OutputOf, ParsedInputOf, recordDeath, reviveSubject } from '@linli/contract';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { mustEdit } from '../policy.ts';
import { journalSubjects } from '../store/journal.ts';
import { insertLinks } from '../store/links.ts';
import { setSubjectStates } from '../store/subjects.ts';
import { getSubjectRow, lockSubjects, type SubjectRow } from '../subject-row.ts';
import { asProduct, beginEvent, checkDay, doingOf, type EventCall, leave, lockMovers } from './event-scene.ts';
import { refreshHouseholds } from './refresh-households.ts';

/** Somebody died. What was written of them stays for its time of keeping; nobody looks after them or counts them any more. */
export async function endByDeath(
  db: Db,
  call: EventCall<ParsedInputOf<typeof recordDeath>>,
): Promise<OutputOf<typeof recordDeath>> {
  const row = await beginEvent(db, call, { id: call.input.subjectId, nouns: ['person'] });
  await asProduct(db, () => leave(db, call, { rows: [row], state: 'dead', data: {} }));
  return { subjectId: row.id };
}

/** A person, or a household with everybody in it, goes away. */
export async function leaveArea(
  db: Db,
  call: EventCall<ParsedInputOf<typeof moveOut>>,
): Promise<OutputOf<typeof moveOut>> {
  const row = await beginEvent(db, call, { id: call.input.subjectId, nouns: ['person', 'household'] });
  return asProduct(db, async () => {
    const { people, household } = await lockMovers(db, row);
    const rows = household ? [...people, household] : people;
    for (const one of people) checkDay(one, call.input.on, call.now);
    await leave(db, call, { rows, state: 'left', data: { to: call.input.to } });
    return { movedIds: rows.map(({ id }) => id) };
  });
}

/** A shop closes, a thing is taken away, a home is pulled down; not one that people live in. */
export async function endThing(
  db: Db,
  call: EventCall<ParsedInputOf<typeof endSubject>>,
): Promise<OutputOf<typeof endSubject>> {
  const row = await beginEvent(db, call, { id: call.input.subjectId, nouns: ['home', 'entity', 'asset'] });
  return asProduct(db, async () => {
    if (row.noun === 'home') {
      const { rows } =
        await sql`select from subject where home_id = ${row.id} and state = 'active' and noun in ('person', 'household') limit 1`.execute(
          db,
        );
      if (rows.length > 0) refuse('home-lived-in');
    }
    await leave(db, call, { rows: [row], state: 'ended', data: {} });
    return { subjectId: row.id };
  });
}

/**
 * An end entered by mistake, or somebody who came back to the same place. A new event: the one before stays in the journal. Who belonged to a
 * household that still is there belongs to it again.
 */
export async function bringBack(
  db: Db,
  call: EventCall<ParsedInputOf<typeof reviveSubject>>,
): Promise<OutputOf<typeof reviveSubject>> {
  const { input, now } = call;
  const row = await getSubjectRow(db, input.subjectId, 'lock');
  mustEdit(call.actor, row);
  if (row.state === 'active') refuse('subject-present');
  if (row.state === 'merged') refuse('not-found');
  checkDay(row, input.on, now);
  return asProduct(db, async () => {
    await setSubjectStates(db, [{ id: row.id, state: 'active', until: null }], now);
    await journalSubjects(db, doingOf(call), 'subject.returned', [
      { id: row.id, path: row.path, data: { from: row.state, on: input.on } },
    ]);
    await joinAgain(db, call, row);
    return { subjectId: row.id };
  });
}

async function joinAgain(db: Db, call: EventCall<unknown>, row: SubjectRow): Promise<void> {
  if (row.noun !== 'person' || row.householdId === null) return;
  const [household] = await lockSubjects(db, [row.householdId]);
  if (!household || household.state === 'merged') return;
  // A household that ended with its last member begins again with them.
  if (household.state !== 'active')
    await setSubjectStates(db, [{ id: household.id, state: 'active', until: null }], call.now);
  const { rows } = await sql<{
    role: string;
  }>`select role from subject_link where from_id = ${row.id} and to_id = ${household.id} and kind = 'member'
    order by valid_to desc nulls first limit 1`.execute(db);
  await insertLinks(db, [
    {
      fromId: row.id,
      toId: household.id,
      kind: 'member',
      role: rows[0]?.role ?? '',
      validFrom: call.input.on,
      source: 'office',
    },
  ]);
  await refreshHouseholds(db, [household.id], doingOf(call));
}
