import { randomInt } from 'node:crypto';
import { inviteParty, type OutputOf, type ParsedInputOf } from '@linli/contract';
import {
  type Actor,
  addDays,
  dayOf,
  invitationCodeWords,
  invitationDays,
  invitationsAtOnce,
  makeInvitationCode,
  maskPhone,
  startOfDay,
} from '@linli/domain';
import { type Database, type Db, elevated } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { once } from '../../../platform/http/route.ts';
import { newId } from '../../../platform/ids.ts';
import { appendJournal } from '../../../platform/journal/index.ts';
import { countTryWith } from '../../access/index.ts';
import type { CaseDeps } from '../deps.ts';
import { loadForInviting, requireForParties } from './may-invite.ts';

type Answer = OutputOf<typeof inviteParty>;

/** Sends a code to a telephone at once; never throws. Wired by `app.ts` to the notice channels. */
export type SendInvitation = (phone: string, code: string, until: Date) => Promise<'sent' | 'shown' | 'failed'>;

interface InviteCall {
  actor: Actor;
  input: ParsedInputOf<typeof inviteParty>;
  now: Date;
  requestId: string;
}

/**
 * A one-time code for the other party. It is told in this answer and sent after the commit, so that no case stays locked while a
 * gateway is slow; a repeat of the request sends nothing and tells no code.
 */
export async function inviteOther(
  database: Database,
  deps: CaseDeps,
  send: SendInvitation,
  call: InviteCall,
): Promise<Answer> {
  const { phone } = call.input;
  // What is kept to know a repeat again is a plain hash of the input, from which a telephone could be found out.
  const hidden = phone === undefined ? {} : { phone: deps.crypto.lookupHash(phone, 'phone').toString('hex') };
  let isFresh = false;
  const kept = await database.as(call.actor, (db) => {
    isFresh = false;
    return once(
      db,
      inviteParty,
      { ...call, input: { ...call.input, ...hidden } },
      async () => {
        const made = await makeInvitation(db, deps, call);
        isFresh = true;
        return made;
      },
      (answer) => ({ ...answer, code: null }),
    );
  });
  if (!isFresh || kept.code === null || phone === undefined) return kept;
  const delivery = await send(phone, kept.code, new Date(kept.expiresAt));
  if (delivery !== 'failed')
    await database.asSystem((db) =>
      db
        .updateTable('case_invitation')
        .set({ sent_to: maskPhone(phone) })
        .where('id', '=', kept.invitationId)
        .execute(),
    );
  return { ...kept, delivery };
}

async function makeInvitation(db: Db, deps: CaseDeps, { actor, input, now, requestId }: InviteCall): Promise<Answer> {
  const loaded = await loadForInviting(db, actor, input.caseId, 'lock');
  if (input.seq !== undefined && input.seq !== loaded.row.seq) refuse('changed-meanwhile');
  requireForParties(loaded, deps);
  const madeBy = actor.accountId ?? refuse('sign-in-needed');
  const code = makeInvitationCode((below) => randomInt(below));
  // Good until the end of its last day.
  const expiresAt = startOfDay(addDays(dayOf(now), invitationDays + 1));
  const id = newId();
  await elevated(db, async () => {
    if (input.phone !== undefined) await countTryWith(db, deps.crypto, 'invited-phone', input.phone, now);
    const { n } = await db
      .selectFrom('case_invitation')
      .select((e) => e.fn.countAll<string>().as('n'))
      .where('case_id', '=', input.caseId)
      .where('used_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .where('expires_at', '>', now)
      .executeTakeFirstOrThrow();
    if (Number(n) >= invitationsAtOnce) refuse('invitations-full', { count: Number(n) });
    await db
      .insertInto('case_invitation')
      .values({
        id,
        case_id: input.caseId,
        code_hash: deps.crypto.lookupHash(code, 'case.invitation'),
        made_by: madeBy,
        made_at: now,
        expires_at: expiresAt,
        sent_to: null,
      })
      .execute();
    await appendJournal(db, [
      {
        at: now,
        kind: 'invitation.made',
        noun: 'invitation',
        nounId: id,
        path: loaded.row.path,
        actorId: madeBy,
        requestId,
        data: { caseId: input.caseId },
      },
    ]);
  });
  return { invitationId: id, code: invitationCodeWords(code), expiresAt: expiresAt.toISOString(), delivery: null };
}
