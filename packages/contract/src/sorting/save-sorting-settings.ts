import { z } from 'zod';
import { command } from '../operation.ts';

export const saveSortingSettings = command({
  name: 'save-sorting-settings',
  module: 'sorting',
  summary: 'From which confidence on a kind is suggested, for the site; by its administrator or duty chief',
  input: { floor: z.number().min(0.05).max(0.95).multipleOf(0.05) },
  output: z.object({ floor: z.number() }),
  allow: 'measures:read',
});
