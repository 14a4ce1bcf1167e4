import type { CaseAfterView, ParsedInputOf, resumeCase } from '@linli/contract';
import type { Db } from '../../platform/db/database.ts';
import { type ActingCall, actOnCase } from './act-on-case.ts';
import type { CaseDeps } from './deps.ts';

/** The clocks go on with what was left. */
export function resumeSuspended(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: ParsedInputOf<typeof resumeCase> },
): Promise<CaseAfterView> {
  return actOnCase(db, deps, call, () => [
    { kind: 'resume', data: call.input.words ? { note: call.input.words } : {} },
  ]);
}
