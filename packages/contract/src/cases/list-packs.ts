import { LocalText } from '@linli/domain';
import { z } from 'zod';
import { query } from '../operation.ts';

export const listPacks = query({
  name: 'list-packs',
  module: 'cases',
  summary: 'Packs found and whether they are switched on',
  input: {},
  output: z.object({
    packs: z.array(
      z.object({
        pack: z.string(),
        version: z.number().int(),
        name: LocalText,
        description: LocalText,
        systems: z.array(z.string()),
        active: z.boolean(),
        caseTypes: z.number().int(),
        openCases: z.number().int(),
      }),
    ),
  }),
  allow: 'types:read',
});
