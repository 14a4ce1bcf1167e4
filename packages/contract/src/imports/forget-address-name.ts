import { z } from 'zod';
import { command } from '../operation.ts';

export const forgetAddressName = command({
  name: 'forget-address-name',
  module: 'imports',
  summary: 'Take back what was said of an address; entries that came by it stay where they are',
  input: { nameId: z.uuid() },
  output: z.object({ said: z.string() }),
  errors: ['address-name-gone'],
  allow: 'registers:edit',
});
