import { LocalText } from '@linli/domain';
import { z } from 'zod';
import { query } from '../operation.ts';
import { ConsentPurposeName } from './shapes.ts';

export const getConsentFigures = query({
  name: 'get-consent-figures',
  module: 'privacy',
  summary: 'How many people agreed to each purpose and how many withdrew; no names',
  input: {},
  output: z.object({
    purposes: z.array(
      z.object({
        purpose: ConsentPurposeName,
        name: LocalText,
        version: z.number().int(),
        inForce: z.number().int(),
        withdrawn: z.number().int(),
        app: z.number().int(),
        paper: z.number().int(),
        verbal: z.number().int(),
      }),
    ),
  }),
  allow: 'privacy:desk',
});
