import { z } from 'zod';
import { command } from '../../operation.ts';
import { TagId } from './tag-shapes.ts';

export const switchTag = command({
  name: 'switch-tag',
  module: 'registers',
  summary: 'Switch a tag on or off; a rule is switched on only after this version of it was tried',
  input: { tagId: TagId, on: z.boolean(), version: z.number().int().min(1) },
  output: z.object({ tagId: TagId, on: z.boolean() }),
  errors: ['tag-changed', 'tag-not-tried'],
  allow: 'tags:edit',
});
