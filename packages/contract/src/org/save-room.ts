import { z } from 'zod';
import { command } from '../operation.ts';

export const saveRoom = command({
  name: 'save-room',
  module: 'org',
  summary: 'Enter a room of a committee, or change it',
  input: {
    roomId: z.uuid().optional(),
    unitId: z.uuid(),
    name: z.string().trim().min(2).max(40),
    address: z.string().trim().max(100).default(''),
    capacity: z.number().int().min(1).max(500),
    active: z.boolean().default(true),
  },
  output: z.object({ roomId: z.uuid() }),
  allow: 'mediators:edit',
});
