import { z } from 'zod';
import { command } from '../operation.ts';

export const requestOwnCode = command({
  name: 'request-own-code',
  module: 'access',
  summary: 'Send a code to the telephone of my own account, before something of mine is shown in full',
  input: {},
  output: z.object({
    sentAt: z.iso.datetime(),
    retryAfterSeconds: z.number().int(),
    /** In demonstration mode only: there is nobody to send it to. */
    demoCode: z.string().nullable(),
  }),
  errors: ['no-own-phone'],
  allow: 'signed-in',
});
