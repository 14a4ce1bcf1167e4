import { z } from 'zod';
import { command } from '../operation.ts';

export const revealCaller = command({
  name: 'reveal-caller',
  module: 'cases',
  summary: 'A caller’s name and phone in full, for who has the case in hand and for the desk; the reason is kept',
  input: { caseId: z.uuid(), callerId: z.uuid(), reason: z.string().trim().min(4).max(200) },
  output: z.object({ name: z.string(), phone: z.string().nullable() }),
  errors: ['caller-unknown'],
  allow: 'signed-in',
});
