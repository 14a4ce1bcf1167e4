import { z } from 'zod';
import { command } from '../operation.ts';
import { Phone } from './shapes.ts';

export const requestPhoneCode = command({
  name: 'request-phone-code',
  module: 'access',
  summary: 'Send a six-digit sign-in code to a phone; valid five minutes, five tries',
  input: { phone: Phone },
  output: z.object({ sentAt: z.iso.datetime(), retryAfterSeconds: z.number().int(), demoCode: z.string().nullable() }),
  allow: 'anyone',
});
