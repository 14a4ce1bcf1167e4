import type { CaseAfterView, objectToDecline, ParsedInputOf } from '@linli/contract';
import type { Db } from '../../platform/db/database.ts';
import { type ActingCall, actOnCase } from './act-on-case.ts';
import type { CaseDeps } from './deps.ts';

/** The reporter objects, once. */
export function objectOnce(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: ParsedInputOf<typeof objectToDecline> },
): Promise<CaseAfterView> {
  return actOnCase(db, deps, call, () => [{ kind: 'object', data: { reason: call.input.words } }]);
}
