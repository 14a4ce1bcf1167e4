import { z } from 'zod';
import { command } from '../operation.ts';

export const nameAddress = command({
  name: 'name-address',
  module: 'imports',
  summary:
    'Say what an address that matches nothing is: a building or room, another name of a lane, or outside the site; imports read it so from then on',
  input: {
    /** The address or its beginning. */
    said: z.string().trim().min(2).max(120),
    is: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('building'),
        buildingId: z.uuid(),
        room: z.string().trim().max(20).optional(),
      }),
      /** A road and lane, or a whole address. */
      z.strictObject({ kind: z.literal('place'), address: z.string().trim().min(2).max(120) }),
      z.strictObject({ kind: z.literal('outside'), reason: z.string().trim().min(2).max(120) }),
    ]),
  },
  output: z.object({ id: z.uuid(), means: z.string().nullable() }),
  errors: ['address-known', 'address-names-nothing'],
  allow: 'registers:edit',
});
