import type { CaseAfterView, noteCase, ParsedInputOf } from '@linli/contract';
import type { CaseRelation } from '@linli/domain';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { type ActingCall, actOnCase } from './act-on-case.ts';
import { mayAddPapers } from './case-file/get-case-file.ts';
import type { CaseDeps } from './deps.ts';

const workers: readonly CaseRelation[] = ['handler', 'part', 'desk', 'duty-chief'];

/** A note, from colleagues or from a reporter. */
export function addNote(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: ParsedInputOf<typeof noteCase> },
): Promise<CaseAfterView> {
  const { words, progress, photos, fileItem } = call.input;
  return actOnCase(db, deps, call, ({ relations, type }) => {
    const works = workers.some((one) => relations.has(one));
    // How far the work is, only those can say who do it.
    if (progress !== undefined && !works) refuse('not-allowed');
    if (fileItem !== undefined) {
      if (!mayAddPapers(relations)) refuse('not-allowed');
      if (!type.file?.items.some((item) => item.key === fileItem)) refuse('file-item-unknown');
      if (photos.length === 0) refuse('evidence-missing', { count: 1 });
    }
    const data = {
      words,
      ...(progress === undefined ? {} : { progress }),
      ...(fileItem === undefined ? {} : { fileItem }),
    };
    // What a reporter adds shows the matter, what a colleague adds shows the work.
    return [{ kind: 'note', data, photos, phase: relations.has('handler') ? 'handle' : 'report' }];
  });
}
