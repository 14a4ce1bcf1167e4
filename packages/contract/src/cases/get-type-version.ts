import { CaseTypeDefinition } from '@linli/domain';
import { z } from 'zod';
import { query } from '../operation.ts';
import { TypeCode } from './type-shapes.ts';

export const getTypeVersion = query({
  name: 'get-type-version',
  module: 'cases',
  summary: 'One version of a case type, as data and as YAML; without a number the one in force',
  input: { code: TypeCode, version: z.number().int().min(1).max(1_000_000).optional() },
  output: z.object({
    code: z.string(),
    pack: z.string(),
    version: z.number().int(),
    inForce: z.boolean(),
    definition: CaseTypeDefinition,
    yaml: z.string(),
  }),
  allow: 'types:edit',
});
