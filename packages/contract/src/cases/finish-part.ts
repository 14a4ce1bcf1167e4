import { partAnswers } from '@linli/domain';
import { z } from 'zod';
import { command } from '../operation.ts';
import { CaseAfter, caseActionErrors, MoreWords, onCase, Photos } from './shapes.ts';

export const finishPart = command({
  name: 'finish-part',
  module: 'cases',
  summary: 'A unit of the task force gives its answer, with words and photos; a refusal says why',
  input: {
    ...onCase,
    /** Needed only by who acts for several units of the force. */
    unitId: z.uuid().optional(),
    answer: z.enum(partAnswers).default('done'),
    words: MoreWords,
    photos: Photos,
  },
  output: CaseAfter,
  errors: [...caseActionErrors, 'part-unknown', 'part-not-yet', 'outcome-unknown', 'words-needed', 'evidence-missing'],
  allow: 'cases:handle',
});
