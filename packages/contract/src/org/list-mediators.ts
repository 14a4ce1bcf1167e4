import { z } from 'zod';
import { query } from '../operation.ts';
import { MediatorView } from './mediator-shapes.ts';

export const listMediators = query({
  name: 'list-mediators',
  module: 'org',
  summary: 'Mediators of the committees: kinds, languages, rooms and how many cases each has open',
  input: { unitId: z.uuid().optional(), activeOnly: z.boolean().default(false) },
  output: z.object({
    mediators: z.array(MediatorView),
    /** Units whose list the reader keeps. */
    keeps: z.array(z.uuid()),
  }),
  allow: 'org:read',
});
