import { z } from 'zod';
import { query } from '../operation.ts';
import { SubjectLine } from './shapes.ts';

export const listEntitled = query({
  name: 'list-entitled',
  module: 'registers',
  summary: 'People a policy is for, in an area: those who do not get it yet, or those who do',
  input: {
    policyCode: z.string().max(40),
    areaId: z.uuid().optional(),
    served: z.boolean().default(false),
    after: z.string().max(400).optional(),
    limit: z.number().int().min(1).max(200).default(50),
  },
  output: z.object({
    people: z.array(z.object({ subject: SubjectLine, since: z.iso.datetime() })),
    next: z.string().nullable(),
  }),
  allow: 'registers:care',
});
