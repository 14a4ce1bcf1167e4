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
    /** The photos are papers for this item of the case file. */
    fileItem: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/)
      .optional(),
  },
  output: CaseAfter,
  errors: [...caseActionErrors, 'evidence-missing', 'file-item-unknown'],
  allow: 'signed-in',
});
