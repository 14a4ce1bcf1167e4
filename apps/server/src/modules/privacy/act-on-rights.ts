import type { actOnRights, OutputOf, ParsedInputOf } from '@linli/contract';
import { applyRightsStep, planDeletion, refuseRightsStep } from '@linli/domain';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { findBases, postWords } from '../registers/index.ts';
import { deskCalendar, type PrivacyCall, type PrivacyDeps } from './deps.ts';
import { mustBeDesk } from './policy.ts';
import { setRightsClock } from './rights-clock.ts';
import { carryOut } from './rights-effects.ts';
import { findSteps, insertStep, lockRights, type RightsRow, rightsOf, updateRights } from './store.ts';

type Input = ParsedInputOf<typeof actOnRights>;

/** One step of the desk; an answer and what it grants are one transaction. */
export async function actAtDesk(
  db: Db,
  deps: PrivacyDeps,
  call: PrivacyCall<Input>,
): Promise<OutputOf<typeof actOnRights>> {
  const { actor, input, now } = call;
  return elevated(db, async () => {
    const row = await lockRights(db, input.rightsId);
    mustBeDesk(actor, row);
    if (row.revision !== input.revision) refuse('changed-meanwhile');
    const request = rightsOf(row, await findSteps(db, [row.id]));
    const { act, words, outcome, ground } = input;
    const step = {
      act,
      at: now,
      by: actor.accountId,
      words,
      ...(outcome === undefined ? {} : { outcome }),
      ...(ground === undefined ? {} : { ground }),
    };
    const refusal = refuseRightsStep(request, step);
    if (refusal !== null) refuse(refusal);
    const next = applyRightsStep(request, step, deskCalendar(deps));
    if (act === 'answer') {
      await mustBeTrue(db, row, input);
      const doing = { now, actorId: actor.accountId, requestId: call.requestId };
      if (outcome !== 'refused' || ground === 'statutory-retention')
        await carryOut(db, deps, { row, actor, doing, restrictsOnly: outcome === 'refused' });
    }
    await updateRights(db, row.id, next, act === 'answer' ? words : null);
    await setRightsClock(db, deps, { ...next, id: row.id }, now);
    const by = postWords(actor, deps.directory.get(), row.path.split('.')[0] ?? row.path);
    await insertStep(db, row, {
      act,
      state: next.state,
      byId: actor.accountId,
      byWords: by.words,
      words,
      now,
      requestId: call.requestId,
    });
    return { state: next.state };
  });
}

const outcomeWords = {
  granted: { zh: '同意', en: 'granted' },
  partly: { zh: '部分同意', en: 'granted in part' },
  refused: { zh: '不同意', en: 'refused' },
} as const;

/** What the law wants kept is not deleted: a deletion is answered as its plan says, or refused on a ground of its own. */
async function mustBeTrue(db: Db, row: RightsRow, input: Input): Promise<void> {
  if (row.kind !== 'delete' || row.subjectId === null) return;
  if (input.outcome === 'refused' && input.ground !== 'statutory-retention') return;
  const plan = planDeletion(row.fields, await findBases(db, row.subjectId));
  if (plan.outcome !== input.outcome) refuse('rights-outcome-wrong', outcomeWords[plan.outcome ?? 'refused']);
}
