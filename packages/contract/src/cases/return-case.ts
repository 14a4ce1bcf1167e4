import { z } from 'zod';
import { command } from '../operation.ts';
import { CaseAfter, caseActionErrors, onCase, Words } from './shapes.ts';

export const returnCase = command({
  name: 'return-case',
  module: 'cases',
  summary: 'Not ours: returned within the window, naming the right unit; twice at most, then the dispatcher rules',
  input: { ...onCase, reason: Words, rightUnitId: z.uuid() },
  output: CaseAfter,
  errors: [...caseActionErrors, 'return-window-over', 'returns-used-up'],
  allow: 'cases:handle',
});
