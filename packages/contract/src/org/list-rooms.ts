import { z } from 'zod';
import { query } from '../operation.ts';
import { RoomView } from './mediator-shapes.ts';

export const listRooms = query({
  name: 'list-rooms',
  module: 'org',
  summary: 'Rooms of the committees where sessions are held',
  input: { activeOnly: z.boolean().default(false) },
  output: z.object({
    rooms: z.array(RoomView),
    /** Units whose rooms the reader keeps. */
    keeps: z.array(z.uuid()),
  }),
  allow: 'org:read',
});
