import { z } from 'zod';
import { query } from '../operation.ts';

export const listComponentClasses = query({
  name: 'list-component-classes',
  module: 'registers',
  summary: 'Class and kind of the components of GB/T 47678.5 a thing may be, with their names',
  input: { /** Only what a thing of this kind may be numbered in. */ kind: z.string().max(40).default('component') },
  output: z.object({ classes: z.array(z.object({ code: z.string(), name: z.string() })) }),
  allow: 'registers:edit',
});
