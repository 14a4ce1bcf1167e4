import type { askSuspension, CaseAfterView, ParsedInputOf } from '@linli/contract';
import type { Db } from '../../platform/db/database.ts';
import { type ActingCall, actOnCase } from './act-on-case.ts';
import type { CaseDeps } from './deps.ts';

/** Something outside must happen first; the duty chief decides. */
export function requestSuspension(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: ParsedInputOf<typeof askSuspension> },
): Promise<CaseAfterView> {
  return actOnCase(db, deps, call, () => [{ kind: 'ask-suspension', data: { reason: call.input.reason } }]);
}
