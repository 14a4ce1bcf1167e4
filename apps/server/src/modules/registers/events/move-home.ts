import type { moveHome, OutputOf, ParsedInputOf } from '@linli/contract';
import type { Db } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { placeInHome } from '../entry/place-of.ts';
import { journalSubjects } from '../store/journal.ts';
import { placeSubjects } from '../store/subjects.ts';
import { asProduct, beginEvent, doingOf, type EventCall, getTarget, lockMovers } from './event-scene.ts';
import { asHead, checkRelation, findRoles, makeHousehold, settlePeople } from './settle-people.ts';

/** From one home to another inside what the actor keeps. A household moves as a whole; a person joins one there or begins their own. */
export async function moveBetweenHomes(
  db: Db,
  call: EventCall<ParsedInputOf<typeof moveHome>>,
): Promise<OutputOf<typeof moveHome>> {
  const { input } = call;
  checkRelation(input.relation);
  const row = await beginEvent(db, call, { id: input.subjectId, nouns: ['person', 'household'] });
  const home = await getTarget(db, call, input.homeId, 'home');
  if (row.homeId === home.id) refuse('same-home');
  const joined = input.householdId === undefined ? null : await getTarget(db, call, input.householdId, 'household');
  if (joined && (joined.homeId !== home.id || row.noun === 'household')) refuse('subject-elsewhere');
  return asProduct(db, async () => {
    const { people, household } = await lockMovers(db, row);
    if (household) {
      const { householdId: _own, ...place } = placeInHome(home);
      await placeSubjects(db, [{ ...place, householdId: null, id: household.id }], call.now);
      await journalSubjects(db, doingOf(call), 'subject.moved', [
        {
          id: household.id,
          path: home.path,
          data: { on: input.on, homeId: home.id, fromHomeId: household.homeId, fromPath: household.path },
        },
      ]);
      const roles = await findRoles(db, people);
      await settlePeople(db, call, { people, home, householdId: household.id, roles, as: 'member' });
      return { movedIds: [...people.map(({ id }) => id), household.id], householdId: household.id };
    }
    const householdId = joined?.id ?? (await makeHousehold(db, call, home, row.name));
    const roles = joined ? new Map([[row.id, input.relation ?? '']]) : asHead(row.id);
    await settlePeople(db, call, { people, home, householdId, roles, as: 'member' });
    return { movedIds: [row.id], householdId };
  });
}
