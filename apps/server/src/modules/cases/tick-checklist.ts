import type { CaseAfterView, ParsedInputOf, tickChecklist } from '@linli/contract';
import type { Db } from '../../platform/db/database.ts';
import { type ActingCall, actOnCase } from './act-on-case.ts';
import type { CaseDeps } from './deps.ts';

/** The list of ticked steps becomes exactly this one. */
export function tickSteps(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: ParsedInputOf<typeof tickChecklist> },
): Promise<CaseAfterView> {
  const wanted = new Set(call.input.ticked);
  return actOnCase(db, deps, call, ({ loaded }) => {
    const before = new Set(loaded.fold.ticked);
    const on = [...wanted]
      .filter((key) => !before.has(key))
      .map((key) => ({ kind: 'tick' as const, data: { key, done: true } }));
    const off = [...before]
      .filter((key) => !wanted.has(key))
      .map((key) => ({ kind: 'tick' as const, data: { key, done: false } }));
    return [...on, ...off];
  });
}
