import { z } from 'zod';
import { command } from '../operation.ts';

export const switchPack = command({
  name: 'switch-pack',
  module: 'cases',
  summary: 'Switch a pack on or off; running cases go on, new reports of its types stop',
  input: { pack: z.string().max(40), active: z.boolean() },
  output: z.object({ pack: z.string(), active: z.boolean() }),
  allow: 'types:edit',
});
