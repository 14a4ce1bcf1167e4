import { z } from 'zod';
import { query } from '../operation.ts';
import { TypeCode, TypeDraft } from './type-shapes.ts';

export const getCaseTypeDraft = query({
  name: 'get-case-type-draft',
  module: 'cases',
  summary: 'The draft of a case type with everything that is wrong in it, or none',
  input: { code: TypeCode },
  output: z.object({ draft: TypeDraft.nullable() }),
  allow: 'types:edit',
});
