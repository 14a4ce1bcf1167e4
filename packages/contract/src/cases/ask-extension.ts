import { z } from 'zod';
import { command } from '../operation.ts';
import { CaseAfter, caseActionErrors, onCase, Words } from './shapes.ts';

export const askExtension = command({
  name: 'ask-extension',
  module: 'cases',
  summary: 'Ask for more time, before it runs out; never longer than the first term',
  input: { ...onCase, reason: Words, until: z.iso.datetime() },
  output: CaseAfter,
  errors: [
    'extension-too-long',
    'extension-without-deadline',
    ...caseActionErrors,
    'request-pending',
    'extension-used-up',
    'extension-after-deadline',
  ],
  allow: 'cases:handle',
});
