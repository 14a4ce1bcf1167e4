import { z } from 'zod';
import { command } from '../operation.ts';
import { CaseAfter, caseActionErrors, onCase, Photos, Words } from './shapes.ts';

export const noteCase = command({
  name: 'note-case',
  module: 'cases',
  summary: 'Add a note for colleagues',
  input: {
    ...onCase,
    words: Words,
    /** How far the work is, in percent. */
    progress: z.number().int().min(0).max(100).optional(),
    photos: Photos,
  },
  output: CaseAfter,
  errors: caseActionErrors,
  allow: 'signed-in',
});
