import type { askVoid, CaseAfterView, ParsedInputOf } from '@linli/contract';
import type { Db } from '../../platform/db/database.ts';
import { type ActingCall, actOnCase } from './act-on-case.ts';
import type { CaseDeps } from './deps.ts';

/** To be void, a second person must agree. */
export function requestVoid(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: ParsedInputOf<typeof askVoid> },
): Promise<CaseAfterView> {
  return actOnCase(db, deps, call, () => [{ kind: 'ask-void', data: { reason: call.input.reason } }]);
}
