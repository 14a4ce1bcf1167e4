import type { InvitationView, listInvitations, OutputOf } from '@linli/contract';
import { type Actor, isOpen, maskName } from '@linli/domain';
import type { Selectable } from 'kysely';
import { type Db, elevated } from '../../../platform/db/database.ts';
import type { Tables } from '../../../platform/db/tables.ts';
import { refuse } from '../../../platform/errors.ts';
import type { Catalogue } from '../catalogue.ts';
import { getLoadedCase } from '../load-case.ts';
import { maySeeCase, worksOnCase } from '../policy.ts';
import { isForParties, mayInvite } from './may-invite.ts';

/** The newest; a case with more has had them made and taken back many times. */
const most = 50;

/** Who was invited to a case and whether they came; for those who work on it. */
export async function findInvitations(
  db: Db,
  catalogue: Catalogue,
  call: { actor: Actor; input: { caseId: string }; now: Date },
): Promise<OutputOf<typeof listInvitations>> {
  const { actor, input, now } = call;
  const loaded = await getLoadedCase(db, input.caseId, 'read');
  const { row, fold } = loaded;
  const reporter = actor.accountId !== null && fold.reporterIds.includes(actor.accountId);
  if (!maySeeCase(actor, row, reporter) || !worksOnCase(actor, row)) refuse('not-found');
  const rows = await elevated(db, () =>
    db
      .selectFrom('case_invitation')
      .leftJoin('account', 'account.id', 'case_invitation.used_by')
      .selectAll('case_invitation')
      .select('account.name as used_by_name')
      .where('case_id', '=', row.id)
      .orderBy('made_at', 'desc')
      .orderBy('case_invitation.id', 'desc')
      .limit(most)
      .execute(),
  );
  const type = catalogue.definitionOf(row.type_code, row.type_version);
  return {
    invitations: rows.map((invitation) => ({
      id: invitation.id,
      state: stateOf(invitation, now),
      madeAt: invitation.made_at.toISOString(),
      expiresAt: invitation.expires_at.toISOString(),
      sentTo: invitation.sent_to,
      usedAt: invitation.used_at?.toISOString() ?? null,
      usedBy: invitation.used_by_name === null ? null : maskName(invitation.used_by_name),
    })),
    mayInvite: isOpen(row.state) && isForParties(loaded, type) && mayInvite(actor, loaded),
  };
}

function stateOf(invitation: Selectable<Tables['case_invitation']>, now: Date): InvitationView['state'] {
  if (invitation.used_at !== null) return 'used';
  if (invitation.withdrawn_at !== null) return 'withdrawn';
  return invitation.expires_at <= now ? 'expired' : 'open';
}
