import { z } from 'zod';
import { command } from '../operation.ts';
import { CaseAfter, caseActionErrors, onCase, Photos } from './shapes.ts';

export const checkCase = command({
  name: 'check-case',
  module: 'cases',
  summary: 'Pass closes; fail sends it back as rework. Never by whoever handled it',
  input: { ...onCase, pass: z.boolean(), words: z.string().trim().max(2000).default(''), photos: Photos },
  output: CaseAfter,
  errors: [...caseActionErrors, 'handler-cannot-check'],
  allow: 'signed-in',
});
