import type { listCallers, OutputOf } from '@linli/contract';
import { type Actor, isOpen, maskName, maskPhone } from '@linli/domain';
import type { Crypto } from '../../../platform/crypto/index.ts';
import { type Db, elevated } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { getLoadedCase } from '../load-case.ts';
import { mayByPlace, maySeeCase, worksOnCase } from '../policy.ts';
import { mayRevealCaller } from './may-reveal-caller.ts';

/** Everyone who called about a case, masked; for those who work on it. */
export async function findCallers(
  db: Db,
  crypto: Crypto,
  call: { actor: Actor; input: { caseId: string } },
): Promise<OutputOf<typeof listCallers>> {
  const { actor, input } = call;
  const { row, fold } = await getLoadedCase(db, input.caseId, 'read');
  const reporter = actor.accountId !== null && fold.reporterIds.includes(actor.accountId);
  if (!maySeeCase(actor, row, reporter) || !worksOnCase(actor, row)) refuse('not-found');
  const rows = await elevated(db, () =>
    db
      .selectFrom('case_caller')
      .selectAll()
      .where('case_id', '=', row.id)
      .orderBy('called_at')
      .orderBy('id')
      .limit(500)
      .execute(),
  );
  return {
    callers: rows.map((caller) => ({
      id: caller.id,
      name: caller.name_encrypted ? maskName(crypto.decrypt(caller.name_encrypted, 'caller.name')) : '',
      phone: caller.phone_encrypted ? maskPhone(crypto.decrypt(caller.phone_encrypted, 'caller.phone')) : null,
      anonymous: caller.anonymous,
      orderNumber: caller.order_number,
      calledAt: caller.called_at.toISOString(),
      wantsAnswer: caller.wants_answer,
      answered: caller.answered_at
        ? {
            at: caller.answered_at.toISOString(),
            how: caller.answered_how ?? '',
            by: caller.answered_by ?? '',
          }
        : null,
    })),
    mayReveal: mayRevealCaller(actor, row),
    mayAdd: isOpen(row.state) && mayByPlace(actor, 'cases:desk', row),
  };
}
