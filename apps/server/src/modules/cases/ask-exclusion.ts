import type { askExclusion, CaseAfterView, ParsedInputOf } from '@linli/contract';
import type { Db } from '../../platform/db/database.ts';
import { type ActingCall, actOnCase } from './act-on-case.ts';
import type { CaseDeps } from './deps.ts';

/** Asks that the case be left out of the figures, also after it closed; `decide-request` decides, by a second person. */
export function requestExclusion(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: ParsedInputOf<typeof askExclusion> },
): Promise<CaseAfterView> {
  const { ground, reason } = call.input;
  return actOnCase(db, deps, call, () => [{ kind: 'ask-exclusion', data: { ground, reason } }]);
}
