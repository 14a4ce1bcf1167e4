import type { CaseAfterView, ParsedInputOf, urgeCase } from '@linli/contract';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { type ActingCall, actOnCase } from './act-on-case.ts';
import type { CaseDeps } from './deps.ts';

const dayMs = 86_400_000;

/** A reporter urges once a day; whoever has it is told at once. */
export function urgeHolder(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: ParsedInputOf<typeof urgeCase> },
): Promise<CaseAfterView> {
  const { words } = call.input;
  return actOnCase(db, deps, call, ({ loaded }) => {
    const last = loaded.actions.findLast((a) => a.kind === 'urge' && a.actor_id === call.actor.accountId);
    const waitMs = last ? last.at.getTime() + dayMs - call.now.getTime() : 0;
    if (waitMs > 0) refuse('too-many-requests', { seconds: Math.ceil(waitMs / 1000) });
    return [{ kind: 'urge', data: words ? { words } : {} }];
  });
}
