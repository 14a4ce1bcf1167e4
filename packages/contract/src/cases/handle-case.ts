import { z } from 'zod';
import { command } from '../operation.ts';
import { CaseAfter, caseActionErrors, FormValues, onCase, Photos, results, Words } from './shapes.ts';

export const handleCase = command({
  name: 'handle-case',
  module: 'cases',
  summary: 'Done, with result, words and photos; takes the case first if it was only dispatched to me',
  input: {
    ...onCase,
    result: z.enum(results),
    words: Words,
    photos: Photos,
    /** The closing form of a type without stages. */
    form: FormValues.default({}),
    ticked: z.array(z.string().max(40)).max(60).optional(),
  },
  output: CaseAfter,
  errors: [
    'unknown-item',
    'self-handle-off',
    ...caseActionErrors,
    'checklist-incomplete',
    'evidence-missing',
    'parts-unfinished',
    'stages-unfinished',
    'callers-unanswered',
    'form-incomplete',
  ],
  allow: 'cases:handle',
});
