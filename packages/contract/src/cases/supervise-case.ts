import { command } from '../operation.ts';
import { CaseAfter, caseActionErrors, onCase, Words } from './shapes.ts';

export const superviseCase = command({
  name: 'supervise-case',
  module: 'cases',
  summary: 'Supervise: a leader asks for an answer; stays marked until closed',
  input: { ...onCase, words: Words },
  output: CaseAfter,
  errors: caseActionErrors,
  allow: 'cases:supervise',
});
