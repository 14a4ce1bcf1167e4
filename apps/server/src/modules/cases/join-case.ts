import type { CaseAfterView, joinCase, ParsedInputOf } from '@linli/contract';
import type { Db } from '../../platform/db/database.ts';
import { type ActingCall, actOnCase } from './act-on-case.ts';
import type { CaseDeps } from './deps.ts';

/** One more reporter behind an open case. */
export function joinOpenCase(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: ParsedInputOf<typeof joinCase> },
): Promise<CaseAfterView> {
  return actOnCase(db, deps, call, () => [{ kind: 'join', data: {} }]);
}
