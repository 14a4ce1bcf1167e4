import type { CaseAfterView, finishPart, ParsedInputOf } from '@linli/contract';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { type ActingCall, actOnCase } from './act-on-case.ts';
import type { CaseDeps } from './deps.ts';
import { partUnitsOf } from './policy.ts';

/** A unit of the task force gives its answer. Who works for several of them names the one. */
export function answerPart(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: ParsedInputOf<typeof finishPart> },
): Promise<CaseAfterView> {
  const { unitId, answer, words, photos } = call.input;
  return actOnCase(db, deps, call, ({ loaded }) => {
    const mine = partUnitsOf(call.actor, loaded.row);
    const owed = loaded.fold.parts.filter((p) => mine.includes(p.unitId) && !p.lead && p.finishedAt === null);
    const part = unitId === undefined ? owed[0] : owed.find((p) => p.unitId === unitId);
    if (mine.length === 0) refuse('not-allowed');
    if (!part) return refuse('part-unknown');
    if (answer === 'refuse' && words === '') refuse('words-needed');
    const data = { unitId: part.unitId, answer, photos: photos.length, ...(words ? { words } : {}) };
    return [{ kind: 'finish-part', data, photos, phase: 'handle', unitId: part.unitId }];
  });
}
