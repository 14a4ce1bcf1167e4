import type { followUpRights, listMyRights, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, applyRightsStep, refuseRightsStep } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { deskCalendar, type PrivacyCall, type PrivacyDeps } from './deps.ts';
import { setRightsClock } from './rights-clock.ts';
import { rightsView } from './rights-view.ts';
import { findRights, findSteps, insertStep, lockRights, rightsOf, updateRights } from './store.ts';

/** The asker's own step on their own request. */
export async function followUp(
  db: Db,
  deps: PrivacyDeps,
  call: PrivacyCall<ParsedInputOf<typeof followUpRights>>,
): Promise<OutputOf<typeof followUpRights>> {
  const { actor, input, now } = call;
  const own = await findRights(db, sql`id = ${input.rightsId} and account_id = ${actor.accountId}`);
  if (own.length === 0) refuse('not-found');
  return elevated(db, async () => {
    const row = await lockRights(db, input.rightsId);
    if (row.revision !== input.revision) refuse('changed-meanwhile');
    const request = rightsOf(row, await findSteps(db, [row.id]));
    const step = { act: input.act, at: now, by: actor.accountId, words: input.words };
    const refusal = refuseRightsStep(request, step);
    if (refusal !== null) refuse(refusal);
    const next = applyRightsStep(request, step, deskCalendar(deps));
    await updateRights(db, row.id, next, null);
    await setRightsClock(db, deps, { ...next, id: row.id }, now);
    await insertStep(db, row, {
      act: input.act,
      state: next.state,
      byId: actor.accountId,
      byWords: row.asker,
      words: input.words,
      now,
      requestId: call.requestId,
    });
    return { state: next.state };
  });
}

/** My requests with their steps, and copies that may be fetched now. */
export async function findMyRights(db: Db, call: { actor: Actor; now: Date }): Promise<OutputOf<typeof listMyRights>> {
  const { actor, now } = call;
  const rows = await findRights(db, sql`account_id = ${actor.accountId}`, sql`order by submitted_at desc, id limit 50`);
  const steps = await findSteps(
    db,
    rows.map(({ id }) => id),
  );
  const names = await findMyNames(db, actor);
  const proofs = await findMyProofs(
    db,
    rows.map(({ id }) => id),
  );
  const { rows: copies } = await sql<{
    copyId: string;
    expiresAt: Date;
    rightsId: string | null;
  }>`select id as "copyId",
      expires_at as "expiresAt", request_id as "rightsId"
    from data_copy where account_id = ${actor.accountId} and expires_at > ${now} order by expires_at desc limit 20`.execute(
    db,
  );
  return {
    requests: rows.map((row) => ({
      ...rightsView(row, steps, { hand: 'asker', now }),
      subjectName: names.get(row.subjectId ?? '') ?? null,
      proofs: proofs.get(row.id) ?? [],
    })),
    copies: copies.map((copy) => ({ ...copy, expiresAt: copy.expiresAt.toISOString() })),
  };
}

/** Whom the account reads now: of a guardianship that ended nothing is told any more. */
async function findMyNames(db: Db, { accountId }: Actor): Promise<ReadonlyMap<string, string>> {
  const { rows } = await elevated(db, () =>
    sql<{ id: string; name: string }>`select s.id, s.name from subject_account a join subject s on s.id = a.subject_id
      where a.account_id = ${accountId}`.execute(db),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

type Proof = OutputOf<typeof listMyRights>['requests'][number]['proofs'][number];

/** The proofs of what went by the answers to these requests of one's own, oldest first. */
async function findMyProofs(db: Db, rightsIds: readonly string[]): Promise<ReadonlyMap<string, Proof[]>> {
  const { rows } = await elevated(db, () =>
    sql<Omit<Proof, 'at'> & { at: Date; rightsId: string }>`select id, kind, field_group as "group", rows,
        encode(ids_hash, 'hex') as "idsHash", at, request_id as "rightsId"
      from deletion_proof where request_id = any(${[...rightsIds]}::uuid[]) order by at, id`.execute(db),
  );
  const found = new Map<string, Proof[]>();
  for (const { rightsId, at, ...proof } of rows)
    found.set(rightsId, [...(found.get(rightsId) ?? []), { ...proof, at: at.toISOString() }]);
  return found;
}
