import type { joinHouseholds, OutputOf, ParsedInputOf, splitHousehold } from '@linli/contract';
import type { Db } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { journalSubjects } from '../store/journal.ts';
import { setSubjectStates } from '../store/subjects.ts';
import { lockSubjects } from '../subject-row.ts';
import { asProduct, beginEvent, doingOf, type EventCall, getTarget, lockMovers } from './event-scene.ts';
import { asHead, checkRelation, findFormerRoles, isHead, makeHousehold, settlePeople } from './settle-people.ts';

/** Some members go on as a household of their own in the same home. At least one stays. */
export async function divideHousehold(
  db: Db,
  call: EventCall<ParsedInputOf<typeof splitHousehold>>,
): Promise<OutputOf<typeof splitHousehold>> {
  const { input } = call;
  const row = await beginEvent(db, call, { id: input.subjectId, nouns: ['household'] });
  const home = row.homeId === null ? refuse('noun-wrong') : await getTarget(db, call, row.homeId, 'home');
  return asProduct(db, async () => {
    const { people } = await lockMovers(db, row);
    const going = people.filter(({ id }) => input.memberIds.includes(id));
    const isWhole = going.length === new Set(input.memberIds).size && going.length < people.length;
    const first = going.find(({ id }) => id === input.headId);
    if (!isWhole || !first) return refuse('members-wrong');
    const householdId = await makeHousehold(db, call, home, first.name);
    await settlePeople(db, call, { people: going, home, householdId, roles: asHead(first.id), as: 'member' });
    await journalSubjects(db, doingOf(call), 'household.split', [
      { id: row.id, path: row.path, data: { on: input.on, householdId, people: going.length } },
    ]);
    return { householdId };
  });
}

/** One household takes in the other, which ends. Both live in one home. */
export async function uniteHouseholds(
  db: Db,
  call: EventCall<ParsedInputOf<typeof joinHouseholds>>,
): Promise<OutputOf<typeof joinHouseholds>> {
  const { input } = call;
  if (input.subjectId === input.otherId) refuse('not-same-home');
  for (const { relation } of input.relations) checkRelation(relation);
  // One household has one head: whoever is taken in is something to them.
  if (input.relations.some(({ relation }) => isHead(relation))) refuse('members-wrong');
  // Both at once and in one order: two who join the same households the other way round wait for each other.
  await asProduct(db, () => lockSubjects(db, [input.subjectId, input.otherId]));
  const row = await beginEvent(db, call, { id: input.subjectId, nouns: ['household'] });
  const other = await getTarget(db, call, input.otherId, 'household');
  if (row.homeId === null || row.homeId !== other.homeId) refuse('not-same-home');
  const home = await getTarget(db, call, row.homeId ?? '', 'home');
  return asProduct(db, async () => {
    const { people } = await lockMovers(db, other);
    if (!input.relations.every(({ personId }) => people.some(({ id }) => id === personId))) refuse('members-wrong');
    const roles = new Map([
      ...(await findFormerRoles(db, people, row.id)),
      ...input.relations.map(({ personId, relation }) => [personId, relation] as const),
    ]);
    await settlePeople(db, call, { people, home, householdId: row.id, roles, as: 'member' });
    // Ended already when it was left without anybody; one that never had a member ends here.
    const [left] = await lockSubjects(db, [other.id]);
    if (left?.state === 'active')
      await setSubjectStates(db, [{ id: other.id, state: 'ended', until: input.on }], call.now);
    await journalSubjects(db, doingOf(call), 'household.joined', [
      { id: row.id, path: row.path, data: { on: input.on, otherId: other.id, people: people.length } },
    ]);
    return { householdId: row.id };
  });
}
