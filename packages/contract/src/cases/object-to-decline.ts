import { command } from '../operation.ts';
import { CaseAfter, caseActionErrors, onCase, Words } from './shapes.ts';

export const objectToDecline = command({
  name: 'object-to-decline',
  module: 'cases',
  summary: 'The reporter objects once to a declined report',
  input: { ...onCase, words: Words },
  output: CaseAfter,
  errors: [...caseActionErrors, 'already-objected'],
  allow: 'signed-in',
});
