import { LocalText } from '@linli/domain';
import { z } from 'zod';
import { query } from '../operation.ts';

export const Call = z.object({
  id: z.uuid(),
  typeCode: z.string(),
  typeName: LocalText,
  topic: z.string(),
  background: z.string(),
  ways: z.string(),
  opensOn: z.iso.date(),
  closesOn: z.iso.date(),
  isOpen: z.boolean(),
  /** Cases sent in so far. */
  received: z.number().int(),
});
export type Call = z.infer<typeof Call>;

export const listCalls = query({
  name: 'list-calls',
  module: 'cases',
  summary: 'Themed calls, those open today or all that ever opened, the newest first; no session needed',
  input: { open: z.boolean().default(true), limit: z.number().int().min(1).max(100).default(50) },
  output: z.object({ calls: z.array(Call) }),
  allow: 'anyone',
});
