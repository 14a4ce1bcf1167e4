import { z } from 'zod';
import { command } from '../operation.ts';

export const undoMerge = command({
  name: 'undo-merge',
  module: 'registers',
  summary: 'Part again what was joined by mistake, with what each side had',
  input: { mergeId: z.uuid(), reason: z.string().trim().min(2).max(200) },
  output: z.object({ partedId: z.uuid() }),
  errors: ['merge-undone', 'changed-meanwhile'],
  allow: 'registers:edit',
});
