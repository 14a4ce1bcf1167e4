import { roles } from '@linli/domain';
import { z } from 'zod';
import { command } from '../operation.ts';

export const savePost = command({
  name: 'save-post',
  module: 'org',
  summary: 'Add a post of a role at a place (and in a unit, for unit roles)',
  input: { role: z.enum(roles), areaId: z.uuid(), unitId: z.uuid().nullable() },
  output: z.object({ postId: z.uuid() }),
  allow: 'org:edit',
});
