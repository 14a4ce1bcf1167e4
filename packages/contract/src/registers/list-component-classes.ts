import { z } from 'zod';
import { query } from '../operation.ts';

export const listComponentClasses = query({
  name: 'list-component-classes',
  module: 'registers',
  summary: 'Class and kind of every component of GB/T 47678.5, with its name',
  input: {},
  output: z.object({ classes: z.array(z.object({ code: z.string(), name: z.string() })) }),
  allow: 'registers:edit',
});
