import { z } from 'zod';
import { command } from '../operation.ts';
import { TypeCode } from './type-shapes.ts';

export const discardCaseTypeDraft = command({
  name: 'discard-case-type-draft',
  module: 'cases',
  summary: 'Throw the draft of a case type away',
  input: { code: TypeCode, revision: z.number().int().min(1).max(1_000_000_000) },
  output: z.object({ code: z.string() }),
  errors: ['changed-meanwhile'],
  allow: 'types:edit',
});
