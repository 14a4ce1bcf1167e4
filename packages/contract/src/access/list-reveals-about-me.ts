import { z } from 'zod';
import { query } from '../operation.ts';

export const listRevealsAboutMe = query({
  name: 'list-reveals-about-me',
  module: 'access',
  summary: 'Who looked at my contact details, when and why',
  input: {},
  output: z.object({
    reveals: z.array(
      z.object({
        at: z.iso.datetime(),
        by: z.string(),
        unit: z.string().nullable(),
        reason: z.string(),
        noun: z.string(),
        nounId: z.uuid(),
      }),
    ),
  }),
  allow: 'signed-in',
});
