import { command } from '../operation.ts';
import { CaseAfter, caseActionErrors, onCase, Photos, Words } from './shapes.ts';

export const reopenCase = command({
  name: 'reopen-case',
  module: 'cases',
  summary: '"Not solved": a reporter sends the closed case back within the window; a new round begins',
  input: { ...onCase, words: Words, photos: Photos },
  output: CaseAfter,
  errors: [...caseActionErrors, 'reopen-window-over'],
  allow: 'signed-in',
});
