import { dayOf } from '@linli/domain';
import { sql } from 'kysely';
import type { Crypto } from '../../../platform/crypto/index.ts';
import type { Db } from '../../../platform/db/database.ts';
import { newId } from '../../../platform/ids.ts';
import { appendJournal } from '../../../platform/journal/index.ts';
import { refreshHouseholds } from '../events/refresh-households.ts';
import { type NewFact, writeFacts } from '../store/facts.ts';
import { insertLinks } from '../store/links.ts';
import { writeSecrets } from '../store/secrets.ts';
import { type NewSubject, placeSubjects, renameSubjects } from '../store/subjects.ts';
import { deriveFresh } from './derive-fresh.ts';
import { homeIdOf, homeKey, makeHomes, placeOf } from './find-homes.ts';
import { type Dweller, gatherHouseholds } from './gather-households.ts';
import type { TakeCall } from './incoming.ts';
import { confirmFacts, insertWhole } from './insert-whole.ts';
import { findNumbered, type Numbered, numberKey } from './numbered-households.ts';
import { pairAlike } from './pair-alike.ts';
import type { Plan, Planned } from './plan-take.ts';

/** Subjects one row of the journal names. */
const subjectsPerEntry = 1000;

interface Placed extends Planned {
  id: string;
  homeId: string | null;
}

/** Writes what was planned, in the caller's transaction: subjects, values, links, households, pairs for the merge desk. As the system. */
export async function writeTake(db: Db, deps: { crypto: Crypto }, call: TakeCall, plan: Plan): Promise<void> {
  const rows = plan.planned.map(({ row }) => row);
  const madeHomes = await makeHomes(db, call, rows, plan.homes);
  const numbered = await findNumbered(
    db,
    deps.crypto,
    call.siteId,
    rows.flatMap((row) => {
      const [homeId, { number }] = [homeIdOf(row, plan.homes), row.household];
      return homeId === null || number === null ? [] : [{ homeId, number }];
    }),
  );
  const placed = plan.planned.map((one) => ({
    ...one,
    id: idOf(numbered, plan, one),
    homeId: homeIdOf(one.row, plan.homes),
  }));
  const isPeople = placed[0]?.row.noun === 'person';
  const dwellers = isPeople ? placed.flatMap(dwellerOf) : [];
  const gathered = await gatherHouseholds(db, { ...call, numbered }, dwellers);
  const { householdOf, made, links } = gathered;
  const moving = isPeople ? placed.filter(({ known, settles }) => known === null || settles) : [];
  const derived = await deriveFresh(
    db,
    call,
    moving.map((one) => ({ ...one, isNew: one.known === null })),
    gathered,
  );
  const fresh = placed.filter(({ known, row }) => known === null && row.noun !== 'home');
  await insertWhole(
    db,
    [...made, ...fresh.map((one) => newSubject(call, one, householdOf.get(one.id) ?? null))],
    [...derived.facts, ...fresh.flatMap((one) => factsOf(call, one))],
    call.now,
  );
  await placeSubjects(
    db,
    placed
      .filter(({ settles }) => settles)
      .map(({ id, row, homeId }) => ({ ...placeOf(row), id, homeId, householdId: householdOf.get(id) ?? null })),
    call.now,
  );
  await renameSubjects(
    db,
    placed
      .filter(({ renames }) => renames)
      .map(({ id, row, known }) => ({ id, name: row.name, kind: known?.kind ?? row.kind })),
    call.now,
  );
  await writeValues(db, deps.crypto, call, placed);
  const today = dayOf(call.now);
  await insertLinks(
    db,
    links.map((link) => ({ ...link, validFrom: today, source: 'import' })),
  );
  const newcomers = placed.filter(({ known }) => known === null);
  if (isPeople) await pairAlike(db, call, newcomers);
  const changed = placed.filter(({ known, outcome }) => known !== null && outcome === 'changed');
  const touched = [...newcomers, ...changed];
  await journalImport(db, call, [
    ...new Set([...madeHomes, ...made.map(({ id }) => id), ...touched.map(({ id }) => id)]),
  ]);
  if (!isPeople) return;
  const doing = { now: call.now, actorId: call.actorId, requestId: null };
  await refreshHouseholds(db, [...derived.left, ...changed.map(({ known }) => known?.householdId ?? null)], doing);
  // The day's sweep over care classes goes on with those who have come: ids only grow.
  if (newcomers.length > 0)
    await sql`update care_sweep set done = false where site_id = ${call.siteId} and done`.execute(db);
}

function idOf(numbered: Numbered, plan: Plan, { row, known }: Planned): string {
  if (known) return known.id;
  const homeId = homeIdOf(row, plan.homes);
  if (row.noun === 'home') return plan.homes.get(homeKey(row) ?? '')?.id ?? newId();
  const { number } = row.household;
  const said = row.noun === 'household' && homeId !== null && number !== null;
  return (said ? numbered.get(numberKey(homeId, number)) : undefined) ?? newId();
}

/** Only who is new, or lives there by the register too: a list moves nobody. */
function dwellerOf({ id, row, known, homeId, settles }: Placed): Dweller[] {
  if (homeId === null) return [];
  if (known !== null && !settles && known.homeId !== homeId) return [];
  return [{ id, row, homeId, householdId: settles ? null : (known?.householdId ?? null) }];
}

function newSubject(call: TakeCall, { id, row, homeId }: Placed, householdId: string | null): NewSubject {
  return {
    ...placeOf(row),
    id,
    homeId,
    householdId,
    siteId: call.siteId,
    noun: row.noun,
    kind: row.kind,
    name: row.name,
    since: null,
    createdAt: call.now,
  };
}

function factsOf(call: TakeCall, { id, row, facts }: Placed): NewFact[] {
  return facts.map(({ field, value, derived }) => ({
    ...commonOf(call),
    ...(derived ? { source: 'derived' as const } : {}),
    subjectId: id,
    noun: row.noun,
    field,
    value,
  }));
}

function commonOf(call: TakeCall) {
  return { source: 'import', sourceId: call.runId, since: dayOf(call.now), recordedBy: call.actorId } as const;
}

/** Values of those that were there (a new home is, by then), and everybody's sealed ones. */
async function writeValues(db: Db, crypto: Crypto, call: TakeCall, placed: readonly Placed[]): Promise<void> {
  const there = placed.filter(({ known, row }) => known !== null || row.noun === 'home');
  const isSame = ({ known }: Placed, { field, value }: Pick<NewFact, 'field' | 'value'>) =>
    known?.fields[field] === value;
  await writeFacts(
    db,
    there.flatMap((one) => factsOf(call, one).filter((fact) => !isSame(one, fact))),
    { now: call.now, sameValues: 'leave' },
  );
  await confirmFacts(
    db,
    there.flatMap((one) => factsOf(call, one).filter((fact) => isSame(one, fact))),
    call.now,
  );
  await writeSecrets(
    db,
    crypto,
    placed.flatMap(({ id, row, secrets }) =>
      secrets.map((secret) => ({ ...commonOf(call), ...secret, subjectId: id, noun: row.noun })),
    ),
    { now: call.now },
  );
}

/** One row of the journal for a thousand subjects: half a million rows would say no more. Ids only. */
async function journalImport(db: Db, call: TakeCall, subjectIds: readonly string[]): Promise<void> {
  const parts = Array.from({ length: Math.ceil(subjectIds.length / subjectsPerEntry) }, (_, i) =>
    subjectIds.slice(i * subjectsPerEntry, (i + 1) * subjectsPerEntry),
  );
  await appendJournal(
    db,
    parts.map((part) => ({
      at: call.now,
      kind: 'subjects.imported',
      noun: 'import',
      nounId: call.runId,
      path: call.areaPath,
      actorId: call.actorId,
      requestId: null,
      data: { subjectIds: part },
    })),
  );
}
