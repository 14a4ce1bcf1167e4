import { z } from 'zod';
import { command } from '../operation.ts';
import { CaseAfter, caseActionErrors, onCase } from './shapes.ts';

export const tickChecklist = command({
  name: 'tick-checklist',
  module: 'cases',
  summary: 'Tick or untick steps of the checklist',
  input: { ...onCase, ticked: z.array(z.string().max(40)).max(60) },
  output: CaseAfter,
  errors: [...caseActionErrors, 'unknown-item'],
  allow: 'cases:handle',
});
