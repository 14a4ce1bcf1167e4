import { z } from 'zod';
import { command } from '../operation.ts';
import { RightsWords } from './shapes.ts';

export const followUpRights = command({
  name: 'follow-up-rights',
  module: 'privacy',
  summary: 'The asker’s own steps: bring what was missing, object to the answer, take the request back',
  input: {
    rightsId: z.uuid(),
    revision: z.number().int().min(1).max(1_000_000),
    act: z.enum(['supply', 'object', 'take-back']),
    words: RightsWords.default(''),
  },
  output: z.object({ state: z.string() }),
  errors: ['changed-meanwhile', 'rights-act-not-now', 'rights-words-needed', 'rights-objection-late'],
  allow: 'signed-in',
});
