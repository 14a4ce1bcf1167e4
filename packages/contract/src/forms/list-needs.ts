import { z } from 'zod';
import { query } from '../operation.ts';
import { NeedView } from './shapes.ts';

export const listNeeds = query({
  name: 'list-needs',
  module: 'forms',
  summary: 'Needs for data: one’s unit’s, or all of the site’s for whoever decides them, with what was served',
  input: {},
  output: z.object({ needs: z.array(NeedView) }),
  allow: 'forms:read',
});
