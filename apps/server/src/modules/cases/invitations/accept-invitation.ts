import { acceptInvitation, type OutputOf, type ParsedInputOf } from '@linli/contract';
import { type Actor, currentStage, readInvitationCode } from '@linli/domain';
import type { Selectable } from 'kysely';
import { type Database, type Db, elevated } from '../../../platform/db/database.ts';
import type { Tables } from '../../../platform/db/tables.ts';
import { refuse } from '../../../platform/errors.ts';
import { once } from '../../../platform/http/route.ts';
import { countTry, forgetTries } from '../../access/index.ts';
import { writeActions } from '../act-on-case.ts';
import type { CaseDeps } from '../deps.ts';
import { getLoadedCase } from '../load-case.ts';
import { requireForParties } from './may-invite.ts';

type Invitation = Selectable<Tables['case_invitation']>;
interface AcceptCall {
  actor: Actor;
  input: ParsedInputOf<typeof acceptInvitation>;
  now: Date;
  requestId: string;
  address: string;
}

/**
 * A resident becomes a party by the code. Each try counts before anything is looked at, so that codes cannot be guessed; the count of
 * the account is forgotten once one let it in, and not for a code it has used before.
 */
export async function acceptByCode(
  database: Database,
  deps: CaseDeps,
  call: AcceptCall,
): Promise<OutputOf<typeof acceptInvitation>> {
  const accountId = call.actor.accountId ?? refuse('sign-in-needed');
  if (call.actor.kind !== 'resident') refuse('invitation-not-for-staff');
  await countTry(database, deps.crypto, 'invitation', accountId, call.now);
  await countTry(database, deps.crypto, 'address', call.address, call.now);
  let hasJoined = false;
  const answer = await database.as(call.actor, (db) => {
    hasJoined = false;
    return once(db, acceptInvitation, call, async () => {
      const { caseId, isNew } = await elevated(db, () => joinByCode(db, deps, { ...call, accountId }));
      hasJoined = isNew;
      return { caseId };
    });
  });
  if (hasJoined) await forgetTries(database, deps.crypto, 'invitation', accountId);
  return answer;
}

async function joinByCode(
  db: Db,
  deps: CaseDeps,
  call: AcceptCall & { accountId: string },
): Promise<{ caseId: string; isNew: boolean }> {
  const { accountId, now } = call;
  const code = readInvitationCode(call.input.code) ?? refuse('invitation-unknown');
  const codeHash = deps.crypto.lookupHash(code, 'case.invitation');
  const invitationOf = () =>
    db.selectFrom('case_invitation').selectAll().where('code_hash', '=', codeHash).executeTakeFirst();
  const { case_id: caseId } = (await invitationOf()) ?? refuse('invitation-unknown');
  // The case is locked first, as whoever makes one or takes one back does: of two at once the second finds it used.
  const loaded = await getLoadedCase(db, caseId, 'lock');
  const invitation = (await invitationOf()) ?? refuse('invitation-unknown');
  if (invitation.used_by === accountId) return { caseId, isNew: false };
  requireUsable(invitation, now);
  const type = requireForParties(loaded, deps);
  if (loaded.fold.reporterIds.includes(accountId)) refuse('already-joined');
  // Once enough have signed the paper, nobody becomes one more who must.
  const least = currentStage(loaded.fold, type)?.signing?.least;
  const signed = loaded.fold.signatures.filter(({ agrees }) => agrees).length;
  if (least !== undefined && signed >= least) refuse('invitation-while-signing');
  const wanted = [{ kind: 'join' as const, data: { invited: true as const }, event: { invitationId: invitation.id } }];
  await writeActions(db, deps, { call, loaded, type, relations: new Set(['anyone']), wanted });
  await db
    .updateTable('case_invitation')
    .set({ used_by: accountId, used_at: now })
    .where('id', '=', invitation.id)
    .execute();
  return { caseId, isNew: true };
}

function requireUsable({ used_at, withdrawn_at, expires_at }: Invitation, now: Date): void {
  if (used_at !== null) refuse('invitation-used');
  if (withdrawn_at !== null) refuse('invitation-withdrawn');
  if (expires_at <= now) refuse('invitation-expired');
}
