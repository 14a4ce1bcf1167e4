import type { CaseAfterView, ParsedInputOf, takeCase } from '@linli/contract';
import type { Db } from '../../platform/db/database.ts';
import { type ActingCall, actOnCase } from './act-on-case.ts';
import type { CaseDeps } from './deps.ts';

/** The first to take it has it; the row lock decides. */
export function takeInHand(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: ParsedInputOf<typeof takeCase> },
): Promise<CaseAfterView> {
  return actOnCase(db, deps, call, () => [{ kind: 'take', data: {} }]);
}
