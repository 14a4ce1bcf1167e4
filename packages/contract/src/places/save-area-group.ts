import { z } from 'zod';
import { command } from '../operation.ts';
import { AreaGroup } from './shapes.ts';

export const saveAreaGroup = command({
  name: 'save-area-group',
  module: 'places',
  summary: 'Join residential areas into one community, change its name or members, or end it',
  input: {
    /** Left out = a new one. */
    groupId: z.uuid().optional(),
    name: z.string().trim().min(1).max(60),
    areaIds: z.array(z.uuid()).min(2).max(40),
    /** It ends: its cases and figures stay with their areas. */
    ended: z.boolean().default(false),
  },
  output: AreaGroup,
  errors: ['name-taken', 'areas-not-joinable'],
  allow: 'places:edit',
});
