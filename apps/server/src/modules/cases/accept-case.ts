import type { acceptCase, CaseAfterView, ParsedInputOf } from '@linli/contract';
import type { Db } from '../../platform/db/database.ts';
import { type ActingCall, actOnCase } from './act-on-case.ts';
import type { CaseDeps } from './deps.ts';

/** The desk takes it up. */
export function acceptReport(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: ParsedInputOf<typeof acceptCase> },
): Promise<CaseAfterView> {
  return actOnCase(db, deps, call, () => [{ kind: 'accept', data: {} }]);
}
