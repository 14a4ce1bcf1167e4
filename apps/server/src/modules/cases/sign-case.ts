import type { CaseAfterView, ParsedInputOf, signCase } from '@linli/contract';
import type { Db } from '../../platform/db/database.ts';
import { type ActingCall, actOnCase } from './act-on-case.ts';
import type { CaseDeps } from './deps.ts';
import { requireOwnFile } from './report-input.ts';

/** A party signs on its own screen, or says no; whoever says no leaves no picture. */
export async function signPaper(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: ParsedInputOf<typeof signCase> },
): Promise<CaseAfterView> {
  const { stage, writtenAt, agrees, signature, words } = call.input;
  if (agrees && signature !== undefined) await requireOwnFile(db, call.actor, signature, 'signature');
  const photos = agrees && signature !== undefined ? [signature] : [];
  const data = { stage, writtenAt, agrees, photos: photos.length, ...(words ? { words } : {}) };
  return actOnCase(db, deps, call, () => [{ kind: 'sign', data, photos, phase: 'handle' }]);
}
