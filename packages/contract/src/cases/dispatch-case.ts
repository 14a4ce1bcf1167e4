import { z } from 'zod';
import { command } from '../operation.ts';
import { CaseAfter, caseActionErrors, onCase } from './shapes.ts';

export const DispatchTo = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unit'), unitId: z.uuid() }),
  z.object({ kind: z.literal('post'), postId: z.uuid() }),
  z.object({ kind: z.literal('pool'), unitKind: z.string().max(40) }),
  z.object({ kind: z.literal('rule') }),
]);

export const dispatchCase = command({
  name: 'dispatch-case',
  module: 'cases',
  summary: 'Send to a unit, a post or a pool (or where the rules say); `ruling` ends a dispute: no further return',
  input: {
    ...onCase,
    to: DispatchTo,
    words: z.string().trim().max(2000).default(''),
    ruling: z.boolean().default(false),
  },
  output: CaseAfter,
  errors: ['target-invalid', 'about-cannot-handle', ...caseActionErrors, 'calendar-year-missing'],
  allow: 'cases:desk',
});
