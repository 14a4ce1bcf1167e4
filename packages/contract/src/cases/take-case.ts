import { command } from '../operation.ts';
import { CaseAfter, caseActionErrors, onCase } from './shapes.ts';

export const takeCase = command({
  name: 'take-case',
  module: 'cases',
  summary: 'Take a case sent to my post or unit, or from a pool; the first one has it',
  input: onCase,
  output: CaseAfter,
  errors: caseActionErrors,
  allow: 'cases:handle',
});
