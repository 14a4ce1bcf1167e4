import { SensitivityLevel } from '@linli/domain';
import { z } from 'zod';
import { command } from '../../operation.ts';
import { ShownNumber, TagId, TagNoun } from './tag-shapes.ts';

export const tryTagRule = command({
  name: 'try-tag-rule',
  module: 'registers',
  summary:
    'What a rule would do today: its words, who would come under it and who would leave, by area; nothing is changed',
  input: {
    /** The tag it is of: trying its own version lets it be switched on. */
    tagId: TagId.optional(),
    /** The tag’s own rule when absent. */
    rule: z.string().trim().min(1).max(1000).optional(),
    noun: TagNoun,
    areaId: z.uuid(),
  },
  output: z.object({
    words: z.object({ zh: z.string(), en: z.string() }),
    fields: z.array(z.string()),
    sensitivity: SensitivityLevel,
    looked: z.number().int(),
    enter: ShownNumber,
    leave: ShownNumber,
    stay: ShownNumber,
    areas: z.array(
      z.object({ areaId: z.uuid(), name: z.string(), level: z.number().int(), enter: ShownNumber, leave: ShownNumber }),
    ),
  }),
  errors: ['tag-rule-invalid', 'tag-rule-unknown'],
  allow: 'tags:edit',
});
