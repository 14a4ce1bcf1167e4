import { z } from 'zod';
import { command } from '../operation.ts';

export const deleteView = command({
  name: 'delete-view',
  module: 'cases',
  summary: 'Delete one of my saved views',
  input: { viewId: z.uuid() },
  output: z.object({ deleted: z.boolean() }),
  allow: 'signed-in',
});
