import { sql } from 'kysely';
import type { Crypto } from '../../../platform/crypto/index.ts';
import type { Db } from '../../../platform/db/database.ts';
import { dropCorrections } from '../fields/corrections-store.ts';
import { findRestricted, sealValues } from '../privacy/restrict-values.ts';
import { unsealValues } from '../privacy/unseal-values.ts';
import type { Doing } from '../store/journal.ts';
import type { SubjectRow } from '../subject-row.ts';
import type { Moved } from './moved.ts';

type Pair = { keep: SubjectRow; gone: SubjectRow };
type Restrictions = Required<Pick<Moved, 'restricted' | 'sealedOnKept' | 'sealedOnGone'>>;

/**
 * A field restricted on either side is restricted on both: the other one's value is sealed where it stands, the kept one's as its own, and a
 * restriction of what the kept one does not have goes over. Nothing readable comes of a merge that was not before. Before facts and sealed
 * fields go over. As the system, both locked.
 */
export async function moveRestrictions(db: Db, crypto: Crypto, pair: Pair & { doing: Doing }): Promise<Restrictions> {
  const { keep, gone } = pair;
  const onKept = await findRequests(db, keep.id);
  const onGone = await findRequests(db, gone.id);
  const sealedOnKept = await sealAll(db, crypto, { subject: keep, because: onGone, doing: pair.doing });
  const sealedOnGone = await sealAll(db, crypto, { subject: gone, because: onKept, doing: pair.doing });
  const { rows } = await sql<{
    field: string;
  }>`update restricted_value t set subject_id = ${keep.id} where t.subject_id = ${gone.id}
    and not exists (select from restricted_value k where k.subject_id = ${keep.id} and k.field = t.field)
    returning field`.execute(db);
  return { restricted: rows.map(({ field }) => field), sealedOnKept, sealedOnGone };
}

/** Fields of a subject out of use, by the request that asked for it. */
async function findRequests(db: Db, subjectId: string): Promise<{ field: string; requestId: string | null }[]> {
  const { rows } = await sql<{
    field: string;
    requestId: string | null;
  }>`select field, request_id as "requestId" from restricted_value
    where subject_id = ${subjectId} order by field`.execute(db);
  return rows;
}

async function sealAll(
  db: Db,
  crypto: Crypto,
  call: { subject: SubjectRow; because: readonly { field: string; requestId: string | null }[]; doing: Doing },
): Promise<string[]> {
  const sealed: string[] = [];
  for (const { field, requestId } of call.because)
    sealed.push(...(await sealValues(db, crypto, { ...call, fields: [field], rightsId: requestId })));
  // What somebody asked to have there instead would stay readable.
  await dropCorrections(db, call.subject.id, sealed);
  return sealed;
}

/**
 * The way back: each restriction to its own, and what was sealed only because of the other one is readable again, unless its person asked the
 * same meanwhile. What came over from the one that parts and was restricted meanwhile goes with it. Before values are put back. As the system.
 */
export async function putRestrictionsBack(
  db: Db,
  crypto: Crypto,
  call: Pair & { moved: Moved; at: Date; doing: Doing },
): Promise<void> {
  const { keep, gone, moved, doing } = call;
  await moveBack(db, call, moved.restricted ?? []);
  const asked = await findAsked(db, call);
  const free = (fields: readonly string[] | undefined) => (fields ?? []).filter((field) => !asked.has(field));
  await unsealValues(db, crypto, { subject: keep, fields: free(moved.sealedOnKept), doing });
  await unsealValues(db, crypto, { subject: gone, fields: free(moved.sealedOnGone), doing });
  // Restricted while they were one: the value that was the other's own.
  await moveBack(db, call, moved.secrets);
  const [theirs, mine] = [await findRestricted(db, crypto, gone.id), await findRestricted(db, crypto, keep.id)];
  const copies = mine.filter(
    ({ field, value }) =>
      !moved.keptFields.includes(field) && theirs.some((one) => one.field === field && one.value === value),
  );
  await sql`delete from restricted_value where subject_id = ${keep.id} and restricted_at >= ${call.at}
    and field = any(${copies.map(({ field }) => field)})`.execute(db);
}

async function moveBack(db: Db, { keep, gone }: Pair, fields: readonly string[]): Promise<void> {
  await sql`update restricted_value t set subject_id = ${gone.id} where t.subject_id = ${keep.id} and t.field = any(${[...fields]})
    and not exists (select from restricted_value g where g.subject_id = ${gone.id} and g.field = t.field)`.execute(db);
}

/** Fields somebody asked to have restricted or deleted, granted since the merge. */
async function findAsked(db: Db, { keep, gone, at }: Pair & { at: Date }): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ field: string }>`select distinct unnest(fields) as field from rights_request
    where subject_id in (${keep.id}, ${gone.id}) and kind in ('restrict', 'delete') and outcome in ('granted', 'partly')
      and answered_at >= ${at}`.execute(db);
  return new Set(rows.map(({ field }) => field));
}
