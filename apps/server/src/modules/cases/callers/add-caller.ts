import type { addCaller, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, isOpen } from '@linli/domain';
import { type Db, elevated } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { appendJournal } from '../../../platform/journal/index.ts';
import { actOnCase } from '../act-on-case.ts';
import type { CaseDeps } from '../deps.ts';
import { getLoadedCase } from '../load-case.ts';
import { mayByPlace } from '../policy.ts';
import { insertCallers } from './store.ts';

/** The desk writes down who called. A chaser call also urges the case, in the same transaction. */
export async function addToCallers(
  db: Db,
  deps: CaseDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof addCaller>; now: Date; requestId: string },
): Promise<OutputOf<typeof addCaller>> {
  const { actor, input, now } = call;
  const { row } = await getLoadedCase(db, input.caseId, 'lock');
  if (!mayByPlace(actor, 'cases:desk', row)) refuse('not-found');
  if (!isOpen(row.state)) refuse('wrong-state', {}, { state: row.state, allowed: [] });
  const ids = await elevated(db, () =>
    insertCallers(db, deps.crypto, [
      {
        caseId: row.id,
        orderNumber: input.orderNumber,
        name: input.name,
        phone: input.phone,
        anonymous: input.anonymous,
        wantsAnswer: input.wantsAnswer,
        calledAt: now,
        addedBy: actor.accountId,
      },
    ]),
  );
  const callerId = ids[0] ?? refuse('not-found');
  await elevated(db, () =>
    appendJournal(db, [
      {
        at: now,
        kind: 'caller.added',
        noun: 'caller',
        nounId: callerId,
        path: row.path,
        actorId: actor.accountId,
        requestId: call.requestId,
        data: { caseId: row.id },
      },
    ]),
  );
  if (input.chaser)
    await actOnCase(db, deps, { actor, now, requestId: call.requestId, input: { caseId: row.id } }, () => [
      { kind: 'urge', data: {} },
    ]);
  return { callerId };
}
