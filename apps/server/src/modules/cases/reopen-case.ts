import type { CaseAfterView, ParsedInputOf, reopenCase } from '@linli/contract';
import type { Db } from '../../platform/db/database.ts';
import { type ActingCall, actOnCase } from './act-on-case.ts';
import type { CaseDeps } from './deps.ts';

/** "Not solved": a new round with the last holder. */
export function reopenClosed(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: ParsedInputOf<typeof reopenCase> },
): Promise<CaseAfterView> {
  return actOnCase(db, deps, call, () => [
    { kind: 'reopen', data: { reason: call.input.words }, photos: call.input.photos, phase: 'report' },
  ]);
}
