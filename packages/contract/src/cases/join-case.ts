import { command } from '../operation.ts';
import { CaseAfter, caseActionErrors, onCase } from './shapes.ts';

export const joinCase = command({
  name: 'join-case',
  module: 'cases',
  summary: 'Stand behind an open case as one more reporter: told of progress, may urge, rate and say "not solved"',
  input: onCase,
  output: CaseAfter,
  errors: [...caseActionErrors, 'already-joined'],
  allow: 'cases:report',
});
