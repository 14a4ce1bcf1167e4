import type { OutputOf, liftRestriction as operation, ParsedInputOf } from '@linli/contract';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { getSubjectRow, liftRestriction, postWords } from '../registers/index.ts';
import type { PrivacyCall, PrivacyDeps } from './deps.ts';
import { mustBeDesk } from './policy.ts';
import { insertStep, lockRights } from './store.ts';

/**
 * At the desk, with the person's proof: values of the request that took them out of use come back. By the request alone: the desk looks up nobody.
 * The step stands in the person's own story of that request.
 */
export async function liftAtDesk(
  db: Db,
  deps: PrivacyDeps,
  call: PrivacyCall<ParsedInputOf<typeof operation>>,
): Promise<OutputOf<typeof operation>> {
  const { actor, input, now } = call;
  return elevated(db, async () => {
    const row = await lockRights(db, input.rightsId);
    mustBeDesk(actor, row);
    if (input.proof.length < 2) refuse('rights-words-needed');
    if (row.subjectId === null) return refuse('restriction-none');
    const subject = await getSubjectRow(db, row.subjectId, 'lock');
    if (subject.state !== 'active') refuse('subject-gone');
    const doing = { now, actorId: actor.accountId, requestId: call.requestId };
    const fields = await liftRestriction(db, deps.crypto, {
      subject,
      fields: input.fields,
      restrictedBy: row.id,
      rightsId: row.id,
      doing,
    });
    if (fields.length === 0) refuse('restriction-none');
    const by = postWords(actor, deps.directory.get(), row.path.split('.')[0] ?? row.path);
    await insertStep(db, row, {
      act: 'lift',
      state: row.state,
      byId: actor.accountId,
      byWords: by.words,
      words: input.proof,
      now,
      requestId: call.requestId,
    });
    return { fields };
  });
}
