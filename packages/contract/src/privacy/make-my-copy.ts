import { z } from 'zod';
import { command } from '../operation.ts';
import { PhoneCode } from './shapes.ts';

export const makeMyCopy = command({
  name: 'make-my-copy',
  module: 'privacy',
  summary: 'A copy of everything held of me, to be fetched within 15 minutes; with a code sent to my telephone',
  input: { subjectId: z.uuid(), code: PhoneCode },
  output: z.object({ copyId: z.uuid(), expiresAt: z.iso.datetime() }),
  errors: ['code-wrong', 'no-own-phone', 'guardian-needed'],
  allow: 'signed-in',
});
