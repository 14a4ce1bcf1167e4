import type { changeFields, OutputOf, ParsedInputOf } from '@linli/contract';
import { dayOf, fieldAccess } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import type { RegisterCall, RegisterDeps } from '../deps.ts';
import { mustBeFreeCode } from '../entry/component-taken.ts';
import { lockIdentity } from '../entry/identity.ts';
import { readEntries } from '../entry/read-entries.ts';
import { writeEntries } from '../entry/write-entries.ts';
import { mustBeThere, mustEdit } from '../policy.ts';
import { insertSamePairs } from '../same/find-same.ts';
import type { FactSource } from '../store/facts.ts';
import { type Doing, journalChanges } from '../store/journal.ts';
import { findBySecret } from '../store/secrets.ts';
import { renameSubjects } from '../store/subjects.ts';
import { isHeldByOwner } from '../subject-fields.ts';
import { getSubjectRow, type SubjectRow } from '../subject-row.ts';
import { insertCorrection } from './corrections-store.ts';
import { mustStandAsRead } from './must-stand-as-read.ts';

/** Forms enter what they asked for by the same door. */
type Call = RegisterCall<Omit<ParsedInputOf<typeof changeFields>, 'source'> & { source: FactSource }>;
type Deps = Pick<RegisterDeps, 'crypto' | 'directory'>;

/** Enters values; of a field whose owner has spoken, a correction is asked for instead. */
export async function enterFields(db: Db, deps: Deps, call: Call): Promise<OutputOf<typeof changeFields>> {
  const { actor, input, now } = call;
  const seen = await getSubjectRow(db, input.subjectId, 'read');
  mustEdit(actor, seen);
  mustBeThere(seen);
  const read = readEntries(seen.noun, input.fields, {
    today: dayOf(now),
    mayEnter: (field) => fieldAccess(actor, field, seen.path) !== 'hidden',
  });
  const doing: Doing = { now, actorId: actor.accountId, requestId: call.requestId };
  // Before the row: lists lock in this order too.
  await elevated(db, () => lockIdentity(db, seen.siteId, seen.noun, read));
  const row = await getSubjectRow(db, input.subjectId, 'lock');
  if (row.path !== seen.path) refuse('changed-meanwhile');
  mustBeThere(row);
  if (input.revision !== undefined && input.revision !== row.revision) refuse('changed-meanwhile');
  mustStandAsRead(actor, row, input.fields);
  return elevated(db, async () => {
    await mustBeFreeCode(db, { read, entries: input.fields, kind: row.kind, ownId: row.id });
    const sources = await findSources(db, row.id);
    const isOthers = ({ field }: { field: { owner: (typeof read.facts)[number]['field']['owner']; code: string } }) =>
      isHeldByOwner(field, sources.get(field.code) ?? null);
    const own = {
      facts: read.facts.filter((fact) => !isOthers(fact)),
      secrets: read.secrets.filter((secret) => !isOthers(secret)),
    };
    const asked = [
      ...read.facts.filter((fact) => isOthers(fact) && !fact.derived && fact.value !== row.fields[fact.field.code]),
      ...read.secrets.filter(isOthers),
    ];
    for (const { field, value } of asked)
      await insertCorrection(db, deps, { row, field, value, reason: input.reason, actor, doing });
    const changed = await writeEntries(db, deps.crypto, {
      subject: row,
      read: own,
      source: input.source,
      sourceId: input.sourceId ?? null,
      doing,
      journal: 'changed',
    });
    const renamed = input.name !== undefined && input.name !== row.name;
    if (renamed) {
      await renameSubjects(db, [{ id: row.id, name: input.name ?? row.name, kind: row.kind }], now);
      await journalChanges(db, doing, [{ subjectId: row.id, path: row.path, fields: ['name'] }]);
    }
    if (changed.includes('idNumber')) await pairWithSameNumber(db, deps, row, own, now);
    const { rows } = await sql<{ revision: number }>`select revision from subject where id = ${row.id}`.execute(db);
    return {
      changed: renamed ? [...changed, 'name'] : changed,
      asked: asked.map(({ field }) => field.code),
      revision: rows[0]?.revision ?? row.revision,
    };
  });
}

/** Where each value in force comes from. As the system. */
async function findSources(db: Db, id: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{
    field: string;
    source: string;
  }>`select field, source from fact where subject_id = ${id} and superseded_at is null
    union all select field, source from subject_secret where subject_id = ${id}`.execute(db);
  return new Map(rows.map((row) => [row.field, row.source]));
}

/** A number corrected to one somebody else has: the two are one, or one of them is wrong. The merge desk decides. */
async function pairWithSameNumber(
  db: Db,
  deps: Deps,
  row: SubjectRow,
  read: ReturnType<typeof readEntries>,
  now: Date,
): Promise<void> {
  const values = read.secrets.flatMap(({ field, value, lookupValue }) =>
    field.code === 'idNumber' && value !== null ? [lookupValue] : [],
  );
  const found = await findBySecret(db, deps.crypto, { siteId: row.siteId, field: 'idNumber', values });
  const others = [...found.values()].flat().filter((id) => id !== row.id);
  await insertSamePairs(
    db,
    others.map((otherId) => ({
      oneId: row.id,
      otherId,
      ground: 'exact',
      score: 1,
      agreed: ['idNumber'],
      path: row.path,
    })),
    now,
  );
}
