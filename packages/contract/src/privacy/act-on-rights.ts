import { z } from 'zod';
import { command } from '../operation.ts';
import { RefusalGroundName, RightsOutcomeName, RightsWords } from './shapes.ts';

export const actOnRights = command({
  name: 'act-on-rights',
  module: 'privacy',
  summary: 'The desk’s steps: register, verify, ask for more, accept, answer; an answer does what it grants',
  input: {
    rightsId: z.uuid(),
    revision: z.number().int().min(1).max(1_000_000),
    act: z.enum(['register', 'verify', 'ask-more', 'accept', 'answer']),
    words: RightsWords.default(''),
    outcome: RightsOutcomeName.optional(),
    ground: RefusalGroundName.optional(),
  },
  output: z.object({ state: z.string() }),
  errors: [
    'changed-meanwhile',
    'rights-act-not-now',
    'rights-words-needed',
    'rights-ground-needed',
    'rights-not-accepted',
    'rights-outcome-wrong',
    'second-person-needed',
    'correction-pending',
  ],
  allow: 'privacy:desk',
});
