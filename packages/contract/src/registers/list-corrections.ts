import { z } from 'zod';
import { query } from '../operation.ts';
import { Correction } from './shapes.ts';

export const listCorrections = query({
  name: 'list-corrections',
  module: 'registers',
  summary:
    'Corrections asked for in the reader’s areas, or of what their unit’s body keeps, or of one subject; oldest first',
  input: {
    state: z.enum(['open', 'accepted', 'refused']).default('open'),
    subjectId: z.uuid().optional(),
    owner: z.string().max(40).optional(),
    after: z.string().max(400).optional(),
    limit: z.number().int().min(1).max(200).default(50),
  },
  output: z.object({ corrections: z.array(Correction), next: z.string().nullable() }),
  allow: 'signed-in',
});
