import { exclusionGrounds } from '@linli/domain';
import { z } from 'zod';
import { command } from '../operation.ts';
import { CaseAfter, caseActionErrors, onCase, Words } from './shapes.ts';

export const askExclusion = command({
  name: 'ask-exclusion',
  module: 'cases',
  summary: 'Ask that a case be left out of the figures, also after it closed; a second person must agree',
  input: { ...onCase, ground: z.enum(exclusionGrounds), reason: Words },
  output: CaseAfter,
  errors: [...caseActionErrors, 'request-pending', 'already-excluded'],
  allow: 'cases:report',
});
