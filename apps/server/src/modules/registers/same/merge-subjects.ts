import type { keepApart, mergeSubjects, OutputOf, ParsedInputOf, undoMerge } from '@linli/contract';
import { dayOf, type LegalBasis, mayInArea } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import type { RegisterCall, RegisterDeps } from '../deps.ts';
import { refreshHouseholds } from '../events/refresh-households.ts';
import { mustEdit } from '../policy.ts';
import { postWords } from '../reader-words.ts';
import { type NewFact, writeFacts } from '../store/facts.ts';
import { type Doing, journalSubjects } from '../store/journal.ts';
import { setSubjectStates } from '../store/subjects.ts';
import { getSubjectRow, lockSubjects, type SubjectRow } from '../subject-row.ts';
import { isScalar } from '../subject-view.ts';
import { moveHoldings, putHoldingsBack } from './move-holdings.ts';
import { findHouseholdsOf, recountTenants } from './move-inside.ts';
import type { Moved } from './moved.ts';

/** Two entries of one person, home, shop or thing become one; what was done stands in `subject_merge`. */
export async function joinSubjects(
  db: Db,
  deps: RegisterDeps,
  call: RegisterCall<ParsedInputOf<typeof mergeSubjects>>,
): Promise<OutputOf<typeof mergeSubjects>> {
  const { actor, input, now } = call;
  if (input.keepId === input.goneId) refuse('merge-not-alike');
  // Both seen by this actor; then locked together in one order, whichever of the two is kept.
  for (const id of [input.keepId, input.goneId]) mustEdit(actor, await getSubjectRow(db, id, 'read'));
  const doing: Doing = { now, actorId: actor.accountId, requestId: call.requestId };
  return elevated(db, async () => {
    const rows = await lockSubjects(db, [input.keepId, input.goneId]);
    const [keep, gone] = [input.keepId, input.goneId].map(
      (id) => rows.find((row) => row.id === id) ?? refuse('not-found'),
    );
    if (!keep || !gone) return refuse('not-found');
    if (keep.state === 'merged' || gone.state === 'merged') refuse('subject-gone');
    if (keep.noun !== gone.noun || keep.siteId !== gone.siteId) refuse('merge-not-alike');
    const moved = await moveHoldings(db, deps.crypto, { keep, gone, doing });
    // First out of force, then its values: the code of a component is one thing's.
    await setSubjectStates(db, [{ id: gone.id, state: 'merged', until: dayOf(now), mergedInto: keep.id }], now);
    await takeMissingFacts(db, keep, gone, doing);
    const mergeId = newId();
    const by = postWords(actor, deps.directory.get(), keep.path);
    await sql`insert into subject_merge (id, kept_id, gone_id, moved, by_id, by_words, at, reason)
      values (${mergeId}, ${keep.id}, ${gone.id}, ${JSON.stringify(moved)}::jsonb, ${actor.accountId}, ${by.words}, ${now}, ${input.reason})`.execute(
      db,
    );
    await decidePair(db, [keep.id, gone.id], { state: 'merged', byId: actor.accountId, now });
    await journalSubjects(db, doing, 'subject.merged', [
      { id: keep.id, path: keep.path, data: { goneId: gone.id, mergeId } },
      { id: gone.id, path: gone.path, data: { intoId: keep.id, mergeId } },
    ]);
    await recountTenants(db, [keep], doing);
    await refreshHouseholds(db, await findHouseholdsOf(db, keep.noun === 'person' ? [keep, gone] : [keep]), doing);
    return { mergeId, keptId: keep.id };
  });
}

/** Values the kept one lacks come over, as facts of their own with their old source and ground; restricted ones do not. */
async function takeMissingFacts(db: Db, keep: SubjectRow, gone: SubjectRow, doing: Doing): Promise<void> {
  const { rows } = await sql<
    Pick<NewFact, 'field' | 'source' | 'sourceId' | 'since' | 'recordedBy'> & { value: unknown; basis: LegalBasis }
  >`select field, value, basis,
      source, source_id as "sourceId", since, recorded_by as "recordedBy" from fact
    where subject_id = ${gone.id} and superseded_at is null
      and field not in (select field from fact where subject_id = ${keep.id} and superseded_at is null)`.execute(db);
  const facts = rows.flatMap((row) =>
    isScalar(row.value) ? [{ ...row, value: row.value, subjectId: keep.id, noun: keep.noun }] : [],
  );
  await writeFacts(db, facts, { now: doing.now });
}

/** Looked alike and are two. */
export async function declareDifferent(
  db: Db,
  call: RegisterCall<ParsedInputOf<typeof keepApart>>,
): Promise<OutputOf<typeof keepApart>> {
  const { actor, input, now } = call;
  const { rows } = await sql<{
    one: string;
    other: string;
    state: string;
  }>`select one_id as one, other_id as other, state
    from same_pair where id = ${input.pairId}`.execute(db);
  const pair = rows[0] ?? refuse('not-found');
  for (const id of [pair.one, pair.other]) mustEdit(actor, await getSubjectRow(db, id, 'read'));
  const isDone = await elevated(db, () =>
    decidePair(db, [pair.one, pair.other], { state: 'different', byId: actor.accountId, now }),
  );
  if (!isDone) refuse('pair-decided');
  return { pairId: input.pairId };
}

/** Sets an open pair's outcome; false when it was decided before or there is none. As the system. */
async function decidePair(
  db: Db,
  ids: readonly [string, string],
  outcome: { state: 'merged' | 'different' | 'open'; byId: string | null; now: Date },
): Promise<boolean> {
  const [one, other] = [...ids].sort();
  const from = outcome.state === 'open' ? 'merged' : 'open';
  const { rows } =
    await sql`update same_pair set state = ${outcome.state}, decided_by = ${outcome.byId}, decided_at = ${outcome.now}
    where one_id = ${one} and other_id = ${other} and state = ${from} returning id`.execute(db);
  return rows.length > 0;
}

/** Parts what was joined by mistake: what came over goes back, and the values it had are its own again. */
export async function partSubjects(
  db: Db,
  deps: Pick<RegisterDeps, 'crypto' | 'directory'>,
  call: RegisterCall<ParsedInputOf<typeof undoMerge>>,
): Promise<OutputOf<typeof undoMerge>> {
  const { actor, input, now } = call;
  const { rows } = await sql<{
    keptId: string;
    goneId: string;
    moved: Moved;
    at: Date;
  }>`select kept_id as "keptId", gone_id as "goneId", moved, at
    from subject_merge where id = ${input.mergeId}`.execute(db);
  const merge = rows[0] ?? refuse('not-found');
  mustEdit(actor, await getSubjectRow(db, merge.keptId, 'read'));
  const doing: Doing = { now, actorId: actor.accountId, requestId: call.requestId };
  return elevated(db, async () => {
    const locked = await lockSubjects(db, [merge.keptId, merge.goneId]);
    const kept = locked.find((row) => row.id === merge.keptId) ?? refuse('not-found');
    const parted = locked.find((row) => row.id === merge.goneId) ?? refuse('not-found');
    if (!mayInArea(actor, 'registers:edit', parted.path)) refuse('not-found');
    const by = postWords(actor, deps.directory.get(), kept.path);
    const undone =
      await sql`update subject_merge set undone_at = ${now}, undone_words = ${by.words}, undone_reason = ${input.reason} where id = ${input.mergeId} and undone_at is null returning id`.execute(
        db,
      );
    if (undone.rows.length === 0) refuse('merge-undone');
    // Joined on to a third meanwhile: that one is parted first.
    if (kept.state === 'merged' || parted.mergedInto !== kept.id) refuse('changed-meanwhile');
    const { moved, at } = merge;
    const notInForce = await putHoldingsBack(db, deps.crypto, { keep: kept, gone: parted, moved, at, doing });
    await decidePair(db, [kept.id, parted.id], { state: 'open', byId: actor.accountId, now });
    await journalSubjects(db, doing, 'subject.parted', [
      { id: kept.id, path: kept.path, data: { partedId: parted.id, mergeId: input.mergeId, notInForce } },
      { id: parted.id, path: parted.path, data: { fromId: kept.id, mergeId: input.mergeId } },
    ]);
    await recountTenants(db, [kept, parted], doing);
    await refreshHouseholds(db, await findHouseholdsOf(db, [kept, parted]), doing);
    return { partedId: parted.id };
  });
}
