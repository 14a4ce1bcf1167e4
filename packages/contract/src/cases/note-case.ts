import { command } from '../operation.ts';
import { CaseAfter, caseActionErrors, onCase, Photos, Words } from './shapes.ts';

export const noteCase = command({
  name: 'note-case',
  module: 'cases',
  summary: 'Add a note for colleagues',
  input: { ...onCase, words: Words, photos: Photos },
  output: CaseAfter,
  errors: caseActionErrors,
  allow: 'signed-in',
});
