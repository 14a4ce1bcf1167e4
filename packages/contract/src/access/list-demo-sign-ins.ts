import { roles } from '@linli/domain';
import { z } from 'zod';
import { query } from '../operation.ts';

export const listDemoSignIns = query({
  name: 'list-demo-sign-ins',
  module: 'access',
  summary: 'Ready-made sign-ins of the demonstration street; empty outside demonstration mode',
  input: {},
  output: z.object({
    demo: z.boolean(),
    signIns: z.array(
      z.object({
        key: z.string(),
        role: z.enum(roles),
        name: z.string(),
        roleName: z.string(),
        place: z.string(),
        face: z.enum(['resident', 'field', 'office', 'screen']),
        login: z.string(),
        password: z.string().nullable(),
      }),
    ),
  }),
  allow: 'anyone',
});
