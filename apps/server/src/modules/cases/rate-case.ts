import type { CaseAfterView, ParsedInputOf, rateCase } from '@linli/contract';
import type { Db } from '../../platform/db/database.ts';
import { type ActingCall, actOnCase } from './act-on-case.ts';
import type { CaseDeps } from './deps.ts';

/** A reporter rates what was done. */
export function rateClosed(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: ParsedInputOf<typeof rateCase> },
): Promise<CaseAfterView> {
  return actOnCase(db, deps, call, () => [
    { kind: 'rate', data: { score: call.input.rating, ...(call.input.words ? { words: call.input.words } : {}) } },
  ]);
}
