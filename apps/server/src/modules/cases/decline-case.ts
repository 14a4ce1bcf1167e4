import type { CaseAfterView, declineCase, ParsedInputOf } from '@linli/contract';
import type { Db } from '../../platform/db/database.ts';
import { type ActingCall, actOnCase } from './act-on-case.ts';
import type { CaseDeps } from './deps.ts';

/** Not taken up; the reporter reads why. */
export function declineReport(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: ParsedInputOf<typeof declineCase> },
): Promise<CaseAfterView> {
  const { reason, reasonCode } = call.input;
  const data = reasonCode === undefined ? { reason } : { reason, reasonCode };
  return actOnCase(db, deps, call, () => [{ kind: 'decline', data }]);
}
