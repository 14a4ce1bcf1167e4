import { z } from 'zod';
import { command } from '../operation.ts';

export const revealReporter = command({
  name: 'reveal-reporter',
  module: 'cases',
  summary:
    'Show the reporter’s name and phone to whoever must contact them; the reason is kept where the reporter sees it',
  input: { caseId: z.uuid(), reason: z.string().trim().min(4).max(200) },
  output: z.object({ name: z.string(), phone: z.string().nullable() }),
  allow: 'signed-in',
});
