import { z } from 'zod';
import { command } from '../operation.ts';
import { FieldCodeText, FieldValueShape } from '../registers/shapes.ts';
import { RightsKindName, RightsWords } from './shapes.ts';

export const askRights = command({
  name: 'ask-rights',
  module: 'privacy',
  summary: 'Ask about one’s own data, as the person, a guardian, or the relative of somebody who died',
  input: {
    kind: RightsKindName,
    /** Whom it is about; none for the account alone and for somebody who died. */
    subjectId: z.uuid().optional(),
    words: RightsWords.default(''),
    fields: z.array(FieldCodeText).max(40).default([]),
    /** New values of a correction or supplement. */
    wanted: z
      .array(z.strictObject({ code: FieldCodeText, value: FieldValueShape }))
      .max(20)
      .default([]),
    /** Purpose of a consent, or the tag or care class to be explained. */
    about: z.string().trim().max(80).optional(),
    /** Of somebody who died: their name and number, and what the asker is to them. */
    dead: z
      .strictObject({
        name: z.string().trim().min(1).max(60),
        number: z.string().trim().min(5).max(30),
        relation: z.string().trim().min(1).max(40),
      })
      .optional(),
  },
  output: z.object({ rightsId: z.uuid(), number: z.string(), dueAt: z.iso.datetime() }),
  errors: ['guardian-needed', 'rights-open-already', 'rights-details-missing'],
  allow: 'signed-in',
});
