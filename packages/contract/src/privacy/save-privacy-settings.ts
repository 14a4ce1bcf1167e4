import { z } from 'zod';
import { command } from '../operation.ts';

export const savePrivacySettings = command({
  name: 'save-privacy-settings',
  module: 'privacy',
  summary: 'Working days within which the desk answers, at most fifteen; requests made before keep theirs',
  input: { answerWorkDays: z.number().int().min(1).max(15) },
  output: z.object({ answerWorkDays: z.number().int() }),
  allow: 'privacy:desk',
});
