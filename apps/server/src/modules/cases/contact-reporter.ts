import type { CaseAfterView, contactReporter, ParsedInputOf } from '@linli/contract';
import type { Db } from '../../platform/db/database.ts';
import { type ActingCall, actOnCase } from './act-on-case.ts';
import type { CaseDeps } from './deps.ts';

/** First contact, reached or tried. */
export function recordContact(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: ParsedInputOf<typeof contactReporter> },
): Promise<CaseAfterView> {
  return actOnCase(db, deps, call, () => [
    { kind: 'contact', data: { reached: call.input.reached, channel: call.input.way, words: call.input.words } },
  ]);
}
