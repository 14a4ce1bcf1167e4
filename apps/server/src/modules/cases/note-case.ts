import type { CaseAfterView, noteCase, ParsedInputOf } from '@linli/contract';
import type { Db } from '../../platform/db/database.ts';
import { type ActingCall, actOnCase } from './act-on-case.ts';
import type { CaseDeps } from './deps.ts';

/** A note, from colleagues or from a reporter. */
export function addNote(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: ParsedInputOf<typeof noteCase> },
): Promise<CaseAfterView> {
  // What a reporter adds shows the matter, what a colleague adds shows the work.
  return actOnCase(db, deps, call, ({ relations }) => [
    {
      kind: 'note',
      data: { words: call.input.words },
      photos: call.input.photos,
      phase: relations.has('handler') ? 'handle' : 'report',
    },
  ]);
}
