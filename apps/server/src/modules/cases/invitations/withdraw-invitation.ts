import type { OutputOf, ParsedInputOf, withdrawInvitation } from '@linli/contract';
import type { Actor } from '@linli/domain';
import { type Db, elevated } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { appendJournal } from '../../../platform/journal/index.ts';
import { loadForInviting } from './may-invite.ts';

/** Takes back what nobody has used; taken back twice is once. */
export async function takeBackInvitation(
  db: Db,
  call: { actor: Actor; input: ParsedInputOf<typeof withdrawInvitation>; now: Date; requestId: string },
): Promise<OutputOf<typeof withdrawInvitation>> {
  const { actor, now } = call;
  const { caseId, invitationId } = call.input;
  const { row } = await loadForInviting(db, actor, caseId, 'lock');
  await elevated(db, async () => {
    const found = await db
      .selectFrom('case_invitation')
      .select(['used_at', 'withdrawn_at'])
      .where('id', '=', invitationId)
      .where('case_id', '=', caseId)
      .executeTakeFirst();
    if (!found) return refuse('invitation-unknown');
    if (found.used_at !== null) refuse('invitation-used');
    if (found.withdrawn_at !== null) return;
    await db.updateTable('case_invitation').set({ withdrawn_at: now }).where('id', '=', invitationId).execute();
    await appendJournal(db, [
      {
        at: now,
        kind: 'invitation.withdrawn',
        noun: 'invitation',
        nounId: invitationId,
        path: row.path,
        actorId: actor.accountId,
        requestId: call.requestId,
        data: { caseId },
      },
    ]);
  });
  return { invitationId };
}
