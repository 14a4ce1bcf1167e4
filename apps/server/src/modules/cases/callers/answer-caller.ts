import type { answerCaller, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, caseLoop } from '@linli/domain';
import { type Db, elevated } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { actOnCase } from '../act-on-case.ts';
import { actorWords } from '../actor-words.ts';
import type { CaseDeps } from '../deps.ts';

/** One caller has been answered: an action of the loop, and the caller's own row says by whom. */
export async function answerOneCaller(
  db: Db,
  deps: CaseDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof answerCaller>; now: Date; requestId: string },
): Promise<OutputOf<typeof answerCaller>> {
  const { input, now } = call;
  await actOnCase(db, deps, call, async ({ loaded, relations }) => {
    // Before anything is said of the caller: whoever may only read the case learns nothing here.
    if (!caseLoop.answer.by.some((relation) => relations.has(relation))) refuse('not-allowed');
    const by = actorWords(call.actor, deps.directory.get(), loaded.row.path);
    await elevated(db, async () => {
      const caller = await db
        .selectFrom('case_caller')
        .select(['id', 'answered_at'])
        .where('id', '=', input.callerId)
        .where('case_id', '=', input.caseId)
        .forUpdate()
        .executeTakeFirst();
      if (!caller) refuse('caller-unknown');
      if (caller?.answered_at) refuse('caller-already-answered');
      await db
        .updateTable('case_caller')
        .set({ answered_at: now, answered_how: input.how, answered_by: by.words })
        .where('id', '=', input.callerId)
        .execute();
    });
    return [{ kind: 'answer', data: { callerId: input.callerId, channel: input.how, words: input.words } }];
  });
  return { callerId: input.callerId, answeredAt: now.toISOString() };
}
