import type { CaseAfterView, noteCase, ParsedInputOf } from '@linli/contract';
import type { Db } from '../../platform/db/database.ts';
import { type ActingCall, actOnCase } from './act-on-case.ts';
import type { CaseDeps } from './deps.ts';

/** A note for colleagues. */
export function addNote(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: ParsedInputOf<typeof noteCase> },
): Promise<CaseAfterView> {
  return actOnCase(db, deps, call, () => [
    { kind: 'note', data: { words: call.input.words }, photos: call.input.photos, phase: 'handle' },
  ]);
}
