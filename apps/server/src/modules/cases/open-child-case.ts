import type { OutputOf, openChildCase, ParsedInputOf } from '@linli/contract';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { type ActingCall, actOnCase } from './act-on-case.ts';
import { draftChild, insertChildren } from './child-case.ts';
import type { CaseDeps } from './deps.ts';

/** A duty or finding becomes a case of its own, and the case it comes from says so: both or neither. */
export async function openChild(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: ParsedInputOf<typeof openChildCase> },
): Promise<OutputOf<typeof openChildCase>> {
  const { actor, now, input } = call;
  let children: OutputOf<typeof openChildCase>['child'][] = [];
  const after = await actOnCase(db, deps, call, async ({ loaded, relations }) => {
    // Asked before anything is written; the table is asked again with everything else.
    if (![...relations].some((relation) => openers.has(relation))) refuse('not-allowed');
    const { fold, row } = loaded;
    const drafted = draftChild(deps, { parent: row, stage: fold.stage, actor, now, wish: input });
    children = await insertChildren(db, [drafted.item]);
    return [drafted.action];
  });
  const [child] = children;
  if (!child) throw new Error('the child case was not written');
  return { ...after, child };
}

const openers: ReadonlySet<string> = new Set(['handler', 'desk', 'duty-chief', 'supervisor']);
