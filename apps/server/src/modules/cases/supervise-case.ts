import type { CaseAfterView, ParsedInputOf, superviseCase } from '@linli/contract';
import type { Db } from '../../platform/db/database.ts';
import { type ActingCall, actOnCase } from './act-on-case.ts';
import type { CaseDeps } from './deps.ts';

/** A leader asks for an answer; stays marked. */
export function supervise(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: ParsedInputOf<typeof superviseCase> },
): Promise<CaseAfterView> {
  return actOnCase(db, deps, call, () => [{ kind: 'supervise', data: { words: call.input.words } }]);
}
