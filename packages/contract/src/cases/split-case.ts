import { z } from 'zod';
import { command } from '../operation.ts';
import { Day } from '../places/shapes.ts';
import { CaseAfter, caseActionErrors, onCase, Words } from './shapes.ts';

export const splitCase = command({
  name: 'split-case',
  module: 'cases',
  summary:
    'Form a task force: two units or more, one leads (one unit where a stage waits for its answer), each told what is asked of it and until when',
  input: {
    ...onCase,
    parts: z
      .array(z.object({ unitId: z.uuid(), lead: z.boolean(), words: Words.optional(), dueDay: Day.optional() }))
      .min(1)
      .max(20),
  },
  output: CaseAfter,
  errors: [...caseActionErrors, 'target-invalid', 'about-cannot-handle', 'day-past'],
  allow: 'org:read',
});
